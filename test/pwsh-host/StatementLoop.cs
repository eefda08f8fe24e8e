using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;

namespace PwshHost;

/// <summary>
/// Reads statements as <c>pwsh -NoExit -Command -</c> does: a line that is complete runs at once; a line that is
/// not opens a block, and a block runs at the next blank line. A block that is still incomplete there goes on. A
/// block that the end of the input cuts off never runs. (Compared statement by statement with pwsh 7.6.9.)
/// </summary>
internal sealed class StatementLoop(Runspace runspace, ConsoleSessionHost host)
{
    // Out-Default writes an object to the error stream only when it carries this mark, which the engine sets by
    // itself for all errors but the one that ended the pipeline. It has no public way.
    private static readonly PropertyInfo ErrorMark =
        typeof(PSObject).GetProperty("WriteStream", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(nameof(PSObject), "WriteStream");

    /// <summary>Runs every statement of the input.</summary>
    /// <returns>N after <c>exit N</c>; at the end of the input 0, or 1 when the last statement failed.</returns>
    public int Run(TextReader input)
    {
        StringBuilder? block = null;
        while (host.ExitCode is null && input.ReadLine() is { } line)
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (block is not null && !isBlank)
            {
                block.Append('\n').Append(line);
                continue;
            }
            if (block is null && isBlank)
            {
                continue;
            }
            var statement = block?.ToString() ?? line;
            if (IsIncomplete(statement))
            {
                block = new StringBuilder(statement);
                continue;
            }
            block = null;
            Invoke(statement);
        }
        return host.ExitCode ?? (LastStatementSucceeded() ? 0 : 1);
    }

    /// <summary>Runs one command given on the command line.</summary>
    /// <returns>As <see cref="Run"/>.</returns>
    public int RunOnce(string command)
    {
        Invoke(command);
        return host.ExitCode ?? (LastStatementSucceeded() ? 0 : 1);
    }

    private static bool IsIncomplete(string statement)
    {
        Parser.ParseInput(statement, out _, out var errors);
        return errors is [{ IncompleteInput: true }, ..];
    }

    private void Invoke(string statement)
    {
        // Only a pipeline of the history counts for $?, as one that a person typed.
        using var pipeline = runspace.CreatePipeline(statement, addToHistory: true);
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add("Out-Default");
        try
        {
            pipeline.Invoke();
        }
        catch (RuntimeException cause)
        {
            // It stands in $error already; what is missing is that it shows.
            Report(cause.ErrorRecord);
        }
    }

    private bool LastStatementSucceeded()
    {
        using var pipeline = runspace.CreatePipeline("$?");
        return pipeline.Invoke() is [{ BaseObject: true }];
    }

    private void Report(ErrorRecord error)
    {
        var record = PSObject.AsPSObject(error);
        ErrorMark.SetValue(record, Enum.Parse(ErrorMark.PropertyType, "Error"));
        using var pipeline = runspace.CreatePipeline();
        pipeline.Commands.Add("Out-Default");
        pipeline.Invoke(new[] { record });
    }
}
