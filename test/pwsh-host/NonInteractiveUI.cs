using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace PwshHost;

/// <summary>The user interface of <c>-NonInteractive</c>: it writes plain text and refuses every prompt.</summary>
internal sealed class NonInteractiveUI : PSHostUserInterface
{
    public override PSHostRawUserInterface? RawUI => null;

    /// <summary>What PowerShell answers to a prompt that nobody can see.</summary>
    public static PSInvalidOperationException Refusal() =>
        new("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");

    public override void Write(string value) => Console.Out.Write(value);

    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Console.Out.Write(value);

    public override void WriteLine(string value) => Console.Out.WriteLine(value);

    public override void WriteErrorLine(string value) => Console.Error.WriteLine(value);

    public override void WriteDebugLine(string message) => Console.Out.WriteLine("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => Console.Out.WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => Console.Out.WriteLine("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => throw Refusal();

    public override SecureString ReadLineAsSecureString() => throw Refusal();

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) => throw Refusal();

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Refusal();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) => throw Refusal();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw Refusal();
}
