using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell.Commands;

namespace PwshHost;

/// <summary>How a session starts: the engine's own core commands, and the few others that the scripts use.</summary>
internal static class Session
{
    /// <summary>
    /// The smallest session the engine offers (core commands only), plus the cmdlets of this host. PowerShell's
    /// Utility and Management modules are not part of the engine package.
    /// </summary>
    public static InitialSessionState InitialState()
    {
        var state = InitialSessionState.CreateDefault2();
        Add<ConvertFromJsonCommand>(state, "ConvertFrom-Json");
        Add<NewObjectCommand>(state, "New-Object");
        Add<JoinPathCommand>(state, "Join-Path");
        Add<SetContentCommand>(state, "Set-Content");
        Add<StartSleepCommand>(state, "Start-Sleep");
        Add<TestPathCommand>(state, "Test-Path");
        Add<WriteHostCommand>(state, "Write-Host");
        Add<WriteOutputCommand>(state, "Write-Output");
        if (OperatingSystem.IsWindows())
        {
            // Only Windows has execution policies, and a test machine's must not decide whether its tests run.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }
        return state;
    }

    /// <summary>Imports a module into the session before any input is read.</summary>
    /// <returns>False with the engine's reason when it cannot be loaded.</returns>
    public static bool Import(Runspace runspace, string path, out string reason)
    {
        using var shell = PowerShell.Create(runspace);
        try
        {
            shell.AddCommand("Import-Module").AddParameter("Name", path).AddParameter("ErrorAction", "Stop").Invoke();
            reason = "";
            return true;
        }
        catch (RuntimeException cause)
        {
            reason = cause.Message;
            return false;
        }
    }

    private static void Add<TCommand>(InitialSessionState state, string name)
        where TCommand : Cmdlet =>
        state.Commands.Add(new SessionStateCmdletEntry(name, typeof(TCommand), helpFileName: null));
}
