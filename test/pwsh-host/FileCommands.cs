using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>Writes lines to a file, as the Management module's Set-Content does; one path, text only, ASCII or UTF-8.</summary>
[Cmdlet(VerbsCommon.Set, "Content")]
public sealed class SetContentCommand : PSCmdlet
{
    /// <summary>The file, taken as it is written.</summary>
    [Parameter(Mandatory = true)]
    public string LiteralPath { get; set; } = "";

    /// <summary>The lines.</summary>
    [Parameter(Mandatory = true)]
    [AllowEmptyString]
    public string[] Value { get; set; } = [];

    /// <summary>Ascii, or UTF-8 without a mark.</summary>
    [Parameter]
    [ValidateSet("Ascii", "UTF8")]
    public string Encoding { get; set; } = "UTF8";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Encoding encoding = Encoding == "Ascii" ? System.Text.Encoding.ASCII : new UTF8Encoding(false);
        try
        {
            File.WriteAllLines(GetUnresolvedProviderPathFromPSPath(LiteralPath), Value, encoding);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(cause, "GetContentWriterIOError", ErrorCategory.WriteError, LiteralPath));
        }
    }
}

/// <summary>Says whether there is a file or folder, as the Management module's Test-Path does; file system only.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path")]
public sealed class TestPathCommand : PSCmdlet
{
    /// <summary>The path, taken as it is written.</summary>
    [Parameter(Mandatory = true)]
    public string LiteralPath { get; set; } = "";

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(Path.Exists(GetUnresolvedProviderPathFromPSPath(LiteralPath)));
}

/// <summary>Joins a folder and a name, as the Management module's Join-Path does; one folder.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPathCommand : PSCmdlet
{
    /// <summary>The folder.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = "";

    /// <summary>The name in it.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string ChildPath { get; set; } = "";

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(SessionState.Path.Combine(LiteralPath, ChildPath));
}

/// <summary>Says something to the person, as the Utility module's Write-Host does; without colours.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    /// <summary>What to say.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public object? Object { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteInformation(new HostInformationMessage { Message = $"{Object}" }, ["PSHOST"]);
}
