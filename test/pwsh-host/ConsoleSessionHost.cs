using System.Globalization;
using System.Management.Automation.Host;

namespace PwshHost;

/// <summary>A host without a person: output to standard output, errors to standard error, questions refused.</summary>
internal sealed class ConsoleSessionHost : PSHost
{
    private readonly NonInteractiveUI ui = new();

    /// <summary>The argument of <c>exit</c>, once it was called.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ConsoleHost";

    public override PSHostUserInterface UI => ui;

    public override Version Version { get; } = new(7, 6, 9);

    public override void EnterNestedPrompt() => throw NonInteractiveUI.Refusal();

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => ExitCode ??= exitCode;
}
