using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using PwshHost;

// Telemetry is decided by the shell around the engine, which is absent here; the variable covers the engine itself.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

var options = Options.Parse(args);
if (options.Problem is not null)
{
    Console.Error.WriteLine(options.Problem);
    return 64;
}

// PowerShell 7 writes UTF-8 without a byte order mark; the host must not depend on the locale of the test machine.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = utf8;
Console.InputEncoding = utf8;

PSStyle.Instance.OutputRendering = OutputRendering.PlainText;

var host = new ConsoleSessionHost();
using var runspace = RunspaceFactory.CreateRunspace(host, Session.InitialState());
runspace.Open();
Runspace.DefaultRunspace = runspace;

foreach (var module in (Environment.GetEnvironmentVariable("PWSH_HOST_MODULES") ?? "").Split(
    Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
{
    if (!Session.Import(runspace, module, out var reason))
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The module {module} cannot be loaded: {reason}"));
        return 64;
    }
}

var code = options.Command is null
    ? new StatementLoop(runspace, host).Run(Console.In)
    : new StatementLoop(runspace, host).RunOnce(options.Command);
return code;
