namespace PwshHost;

/// <summary>The part of the command line of pwsh and powershell.exe that starting a session needs.</summary>
internal sealed record Options(string? Command, string? Problem)
{
    private static readonly HashSet<string> Switches =
        new(StringComparer.OrdinalIgnoreCase) { "-NoLogo", "-NoProfile", "-NonInteractive", "-NoExit" };

    /// <summary>Reads the arguments. <c>-Command -</c>, or no command, means standard input.</summary>
    /// <returns>Options whose <c>Problem</c> is a sentence when an argument is not understood.</returns>
    public static Options Parse(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (Switches.Contains(argument))
            {
                continue;
            }
            if (!argument.Equals("-Command", StringComparison.OrdinalIgnoreCase) || i + 1 == arguments.Length)
            {
                return new Options(null, $"pwsh-host does not know the argument '{argument}'.");
            }
            // As in PowerShell, everything after -Command belongs to the command.
            var command = string.Join(' ', arguments[(i + 1)..]);
            return new Options(command == "-" ? null : command, null);
        }
        return new Options(null, null);
    }
}
