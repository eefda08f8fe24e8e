using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Makes a .NET object, as the Utility module's New-Object does; COM objects are left out.</summary>
[Cmdlet(VerbsCommon.New, "Object")]
public sealed class NewObjectCommand : PSCmdlet
{
    /// <summary>The class to make.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string TypeName { get; set; } = "";

    /// <summary>What its constructor gets.</summary>
    [Parameter(Position = 1)]
    [Alias("Args")]
    public object?[]? ArgumentList { get; set; }

    /// <summary>Properties to set on the new object.</summary>
    [Parameter]
    public IDictionary? Property { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!LanguagePrimitives.TryConvertTo<Type>(TypeName, out var type))
        {
            var unknown = new PSArgumentException($"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded.");
            ThrowTerminatingError(new ErrorRecord(unknown, "TypeNotFound", ErrorCategory.InvalidType, TypeName));
            return;
        }
        var result = Make(type);
        foreach (DictionaryEntry entry in Property ?? new Hashtable())
        {
            if (result.BaseObject is PSCustomObject)
            {
                result.Properties.Add(new PSNoteProperty((string)entry.Key, entry.Value));
            }
            else
            {
                result.Properties[(string)entry.Key].Value = entry.Value;
            }
        }
        WriteObject(result, enumerateCollection: false);
    }

    private PSObject Make(Type type)
    {
        // The engine's own `::new` picks the constructor and converts the arguments, so its rules are the real ones.
        var make = InvokeCommand.NewScriptBlock("param($type, $arguments) , $type::new.Invoke($arguments)");
        try
        {
            var made = make.InvokeReturnAsIs(type, ArgumentList ?? []);
            return PSObject.AsPSObject(made is PSObject { BaseObject: object[] list } ? list[0] : made);
        }
        catch (MethodInvocationException cause)
        {
            ThrowTerminatingError(new ErrorRecord(
                cause, "ConstructorInvokedThrowException", ErrorCategory.InvalidOperation, type));
        }
        catch (MethodException)
        {
            var none = new PSArgumentException(
                $"A constructor was not found. Cannot find an appropriate constructor for type {TypeName}.");
            ThrowTerminatingError(new ErrorRecord(none, "CannotFindAppropriateCtor", ErrorCategory.ObjectNotFound, null));
        }
        throw new System.Diagnostics.UnreachableException();
    }
}
