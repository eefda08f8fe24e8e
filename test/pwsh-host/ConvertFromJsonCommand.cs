using System.Management.Automation;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Reads JSON as the Utility module's ConvertFrom-Json of PowerShell 7 does, dates included; -AsHashtable, -Depth,
/// -NoEnumerate and -DateKind are left out.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly StringBuilder text = new();

    /// <summary>The JSON text; several texts are lines of one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => text.AppendLine(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (string.IsNullOrWhiteSpace(text.ToString()))
        {
            return;
        }
        try
        {
            WriteObject(ToObject(JToken.Parse(text.ToString())), enumerateCollection: true);
        }
        catch (JsonException cause)
        {
            var problem = new ArgumentException("Conversion from JSON failed with error: " + cause.Message, cause);
            ThrowTerminatingError(new ErrorRecord(problem, "System.ArgumentException", ErrorCategory.NotSpecified, null));
        }
    }

    private static object? ToObject(JToken token) => token switch
    {
        JObject members => FromMembers(members),
        JArray items => items.Select(ToObject).ToArray(),
        JValue value => value.Value,
        _ => throw new JsonException("Unexpected " + token.Type),
    };

    private static PSObject FromMembers(JObject members)
    {
        var result = new PSObject();
        foreach (var (name, value) in members)
        {
            result.Properties.Add(new PSNoteProperty(name, value is null ? null : ToObject(value)));
        }
        return result;
    }
}
