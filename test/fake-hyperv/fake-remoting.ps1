# Other computers, for tests: Invoke-Command -ComputerName, New-PSSessionOption's target, New-CimSession and what belongs
# to it. Dot-sourced by fake-hyperv.psm1.
#
# FAKE_HYPERV_HOSTS  a JSON file: what stands behind a computer name (README.md lists the members)

$hosts = @{}
if ($env:FAKE_HYPERV_HOSTS) { $hosts = ConvertFrom-JsonNode (Read-JsonText ([System.IO.File]::ReadAllBytes($env:FAKE_HYPERV_HOSTS))) }

# Remoting's own names for some of its errors (WSManTransportManagerUtils); of others the number is the name.
$transportNames = @{ 5 = 'AccessDenied'; 53 = 'NetworkPathNotFound'; 1311 = 'AuthenticationFailed'; 1326 = 'LogonFailure'
    -2144108103 = 'ComputerNotFound'; -2144108250 = 'WinRMOperationTimeout'; -2144108526 = 'CannotConnect' }

function Get-FakeHost {
    # A computer, or the number of the error that a connection to it ends with.
    param([string] $ComputerName, [pscredential] $Credential, [string] $Over)
    Add-Count "connection $Over $ComputerName $(if ($Credential) { $Credential.UserName })"
    $known = $hosts[$ComputerName]
    if (-not $known) { return -2144108103 }
    if ($known.hang) { [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite) }
    if ($known.delay) { [System.Threading.Thread]::Sleep([int] $known.delay) }
    if ($known.errors -and $known.errors[$Over]) { return [int] $known.errors[$Over] }
    if ($known.user) {
        if (-not $Credential) { return 5 }
        $given = $Credential.GetNetworkCredential().Password
        if ($Credential.UserName -ne $known.user -or $given -cne $known.password) { return 1326 }
    }
    $known
}

function Microsoft.PowerShell.Commands.NewPSSessionOptionCommand {
    # The engine outside of Windows leaves out what only WinRM has.
    [CmdletBinding()]
    [Alias('New-PSSessionOption')]
    param([switch] $NoMachineProfile, [int] $OpenTimeout)
    [System.Management.Automation.Remoting.PSSessionOption] @{ NoMachineProfile = $NoMachineProfile
        OpenTimeout = [timespan]::FromMilliseconds($OpenTimeout) }
}

function Microsoft.PowerShell.Commands.InvokeCommandCommand {
    # The block is sent as text, runs in a runspace of its own that knows nothing of this one, and what comes back was
    # written down and read again, as on the wire.
    [CmdletBinding()]
    [Alias('Invoke-Command')]
    param(
        [Parameter(Mandatory)] [string] $ComputerName,
        [Parameter(Mandatory)] [scriptblock] $ScriptBlock,
        [object[]] $ArgumentList,
        [pscredential] $Credential,
        [System.Management.Automation.Remoting.PSSessionOption] $SessionOption
    )
    $there = Get-FakeHost $ComputerName $Credential 'remoting'
    if ($there -is [int]) {
        $exception = [System.Management.Automation.Remoting.PSRemotingTransportException]::new(
            "Connecting to remote server $ComputerName failed with the following error message : (a sentence in the language of Windows)")
        $exception.ErrorCode = $there
        $id = $transportNames[$there]
        if (-not $id) { $id = "$there" }
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($exception, "$id,PSSessionStateBroken", 'OpenError', $ComputerName))
        return
    }
    $before = @{}
    foreach ($name in 'FAKE_HYPERV_CAPTURE', 'FAKE_HYPERV_FAULTS', 'COMPUTERNAME') { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
    $env:FAKE_HYPERV_CAPTURE = $there.capture
    $env:FAKE_HYPERV_FAULTS = $there.faults
    $env:COMPUTERNAME = $there.name
    $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    try {
        [void] $shell.AddCommand('Import-Module').AddParameter('Name', "$PSScriptRoot/fake-hyperv.psd1").Invoke()
        $shell.Commands.Clear()
        $runspace.SessionStateProxy.SetVariable('PSSenderInfo', [pscustomobject] @{ ConnectionString = "http://${ComputerName}:5985/wsman" })
        if ($there.languageMode) { $runspace.SessionStateProxy.LanguageMode = $there.languageMode }
        [void] $shell.AddScript($ScriptBlock.ToString())
        foreach ($argument in $ArgumentList) {
            [void] $shell.AddArgument([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($argument)))
        }
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]] $null, $output)
        foreach ($item in $output) {
            [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item))
            if ($there.lostAfter -and $item.Name -eq $there.lostAfter) {
                $exception = [System.Management.Automation.Remoting.PSRemotingTransportException]::new("Processing data for a remote command failed.")
                $exception.ErrorCode = -2144108038
                $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($exception, 'JobFailure', 'OpenError', $ComputerName))
                return
            }
        }
        [void] $shell.EndInvoke($running)
    } catch [System.Management.Automation.RuntimeException] {
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($_.Exception, $_.FullyQualifiedErrorId, 'NotSpecified', $ComputerName))
    } finally {
        $shell.Dispose()
        $runspace.Dispose()
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }
}

function Microsoft.Management.Infrastructure.CimCmdlets.NewCimSessionOptionCommand {
    [CmdletBinding()]
    [Alias('New-CimSessionOption')]
    param([ValidateSet('Dcom', 'Default', 'Wsman')] [string] $Protocol)
    [pscustomobject] @{ Protocol = $Protocol }
}

function Microsoft.Management.Infrastructure.CimCmdlets.NewCimSessionCommand {
    [CmdletBinding()]
    [Alias('New-CimSession')]
    param(
        [Parameter(Mandatory)] [string] $ComputerName,
        [pscredential] $Credential,
        [object] $SessionOption,
        [uint32] $OperationTimeoutSec
    )
    $over = "cim-$($SessionOption.Protocol.ToLowerInvariant())"
    $there = Get-FakeHost $ComputerName $Credential $over
    if ($there -is [int]) {
        # WMI's errors are whole HRESULTs: those of Win32 begin with 0x8007.
        $code = if ($there -gt 0) { '0x8007{0:x4}' -f $there } elseif ($over -eq 'cim-dcom' -and $there -eq -2144108103) { '0x800706ba' } else { '0x{0:x8}' -f $there }
        $PSCmdlet.WriteError((Get-CimFailure $code "(a sentence in the language of Windows)"))
        return
    }
    [pscustomobject] @{ PSTypeName = 'Microsoft.Management.Infrastructure.CimSession'; ComputerName = $ComputerName
        Protocol = $SessionOption.Protocol; Entry = $there }
}

function Microsoft.Management.Infrastructure.CimCmdlets.RemoveCimSessionCommand {
    [CmdletBinding()]
    [Alias('Remove-CimSession')]
    param([Parameter(Mandatory)] [object] $CimSession)
    Add-Count "session-closed $($CimSession.ComputerName)"
}

function Use-CimSession {
    # A query over a session is answered by the computer behind it.
    param([object] $CimSession)
    if ($CimSession -and $script:capturePath -ne $CimSession.Entry.capture) {
        $script:capturePath = $CimSession.Entry.capture
        $script:capture = Read-JsonText ([System.IO.File]::ReadAllBytes($CimSession.Entry.capture))
        $script:faults = @{}
        if ($CimSession.Entry.faults) { $script:faults = ConvertFrom-JsonNode (Read-JsonText ([Text.Encoding]::UTF8.GetBytes($CimSession.Entry.faults))) }
    }
}
