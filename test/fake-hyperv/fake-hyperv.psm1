# A stand-in for a Hyper-V host, for tests: Get-CimInstance, Invoke-CimMethod and Get-WinEvent answer from a capture file.
#
# FAKE_HYPERV_CAPTURE  the capture whose rows are served
# FAKE_HYPERV_FAULTS   JSON, what goes wrong (README.md lists the faults)
# FAKE_HYPERV_COUNT    a file that gets one line per query, method and event log
#
# Only core commands and classes that both editions have, so that it runs in Windows PowerShell 5.1, PowerShell 7 and
# the engine of test/pwsh-host alike.

$schema = @{
    'root/cimv2' = @{
        Win32_OperatingSystem = @{ string = 'Caption', 'Version', 'BuildNumber'; uint32 = 'OSLanguage', 'ProductType'
            datetime = 'LastBootUpTime' }
        Win32_ComputerSystem = @{ string = 'Name', 'Domain'; uint16 = 'DomainRole'; boolean = 'HypervisorPresent' }
        Win32_Service = @{ string = 'Name', 'State' }
    }
    'root/virtualization/v2' = @{
        Msvm_ComputerSystem = @{ string = 'Name', 'ElementName', 'Caption', 'Description', 'OtherEnabledState'
            uint16 = 'EnabledState', 'RequestedState', 'HealthState', 'EnhancedSessionModeState', 'ReplicationState',
                'ReplicationHealth', 'ReplicationMode', 'NumberOfNumaNodes'
            'uint16[]' = @('OperationalStatus'); 'string[]' = @('StatusDescriptions'); uint32 = @('ProcessID')
            uint64 = @('OnTimeInMilliseconds')
            datetime = 'InstallDate', 'TimeOfLastStateChange', 'TimeOfLastConfigurationChange' }
        Msvm_VirtualSystemSettingData = @{ string = 'InstanceID', 'VirtualSystemIdentifier', 'VirtualSystemType',
                'VirtualSystemSubType', 'Version', 'ElementName', 'ConfigurationID', 'ConfigurationDataRoot', 'Parent'
            'string[]' = @('Notes'); datetime = @('CreationTime'); boolean = @('IsSaved')
            uint16 = 'AutomaticStartupAction', 'EnhancedSessionTransportType' }
        Msvm_VirtualSystemManagementService = @{ string = 'Name', 'ElementName' }
        Msvm_GuestNetworkAdapterConfiguration = @{ string = @('InstanceID'); boolean = @('DHCPEnabled')
            'string[]' = 'IPAddresses', 'Subnets', 'DefaultGateways', 'DNSServers'
            uint16 = @('ProtocolIFType'); 'uint16[]' = @('IPAddressOrigins') }
    }
}
$schema.'root/mscluster' = @{
    MSCluster_Cluster = @{ string = @('Name') }
    MSCluster_Node = @{ string = @('Name'); int32 = @('State') }
    MSCluster_Resource = @{ string = 'Name', 'Type', 'OwnerNode'; int32 = @('State'); object = @('PrivateProperties') }
}
foreach ($kind in 'Synthetic', 'Emulated') {
    $schema.'root/virtualization/v2'["Msvm_${kind}EthernetPort"] = @{ string = 'SystemName', 'DeviceID', 'ElementName',
            'PermanentAddress'; 'uint16[]' = @('OperationalStatus') }
    $schema.'root/virtualization/v2'["Msvm_${kind}EthernetPortSettingData"] = @{ string = 'InstanceID', 'ElementName', 'Address'
        boolean = 'StaticMacAddress', 'ClusterMonitored' }
}
# What a method gives back; the summary is no class that can be asked for rows.
$summaryTypes = @{ string = 'Name', 'ElementName', 'GuestOperatingSystem'; uint16 = 'EnabledState', 'HealthState',
    'Heartbeat', 'ApplicationHealth', 'IntegrationServicesVersionState'; 'uint16[]' = @('OperationalStatus'); uint64 = @('UpTime') }
foreach ($service in 'Heartbeat', 'Shutdown', 'TimeSync', 'Vss', 'GuestServiceInterface', 'KvpExchange', 'Rdv') {
    $component = @{ string = 'SystemName', 'DeviceID', 'ElementName'; 'uint16[]' = @('OperationalStatus')
        uint16 = 'EnabledState', 'HealthState', 'RequestedState'; 'string[]' = @('StatusDescriptions') }
    if ($service -eq 'KvpExchange') {
        $component.'string[]' = 'StatusDescriptions', 'GuestIntrinsicExchangeItems', 'GuestExchangeItems'
    }
    $schema.'root/virtualization/v2'["Msvm_${service}Component"] = $component
    $schema.'root/virtualization/v2'["Msvm_${service}ComponentSettingData"] = @{ string = 'InstanceID', 'ElementName'
        uint16 = @('EnabledState') }
}
$switches = $schema.'root/virtualization/v2'.Msvm_KvpExchangeComponentSettingData
$switches.boolean = @('DisableHostKVPItems')
$switches.'string[]' = 'HostExchangeItems', 'HostOnlyItems'

function ConvertFrom-JsonNode {
    param([System.Xml.XmlElement] $Node)
    switch ($Node.GetAttribute('type')) {
        'null' { return $null }
        'boolean' { return $Node.InnerText -eq 'true' }
        'number' { return [double]::Parse($Node.InnerText, [cultureinfo]::InvariantCulture) }
        'string' { return $Node.InnerText }
        'array' { return , @(foreach ($child in $Node.ChildNodes) { ConvertFrom-JsonNode $child }) }
        'object' {
            $members = @{}
            foreach ($child in $Node.ChildNodes) {
                # A name that XML does not allow, as one that begins with a digit, stands beside.
                $name = $child.GetAttribute('item')
                if (-not $name) { $name = $child.LocalName }
                $members[$name] = ConvertFrom-JsonNode $child
            }
            return $members
        }
    }
}

function Read-JsonText {
    param([byte[]] $Bytes)
    # ConvertFrom-Json is not everywhere, and version 7 makes dates of texts that look like one: a VM may be named so.
    if ($PSVersionTable.PSVersion.Major -lt 6) { [void] [Reflection.Assembly]::LoadWithPartialName('System.Runtime.Serialization') }
    $quotas = [System.Xml.XmlDictionaryReaderQuotas]::Max
    $reader = [System.Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($Bytes, $quotas)
    $document = [System.Xml.XmlDocument]::new()
    $document.PreserveWhitespace = $true
    $document.Load($reader)
    $document.DocumentElement
}

$faults = @{}
if ($env:FAKE_HYPERV_FAULTS) { $faults = ConvertFrom-JsonNode (Read-JsonText ([Text.Encoding]::UTF8.GetBytes($env:FAKE_HYPERV_FAULTS))) }
if (-not $env:FAKE_HYPERV_CAPTURE) { throw 'FAKE_HYPERV_CAPTURE names no capture to answer from.' }
$capture = Read-JsonText ([System.IO.File]::ReadAllBytes($env:FAKE_HYPERV_CAPTURE))

function Get-CaptureRow {
    # The rows of a class as the capture has them; what it does not mention has no row.
    param([string] $ClassName)
    if ($ClassName -eq 'Win32_Service') {
        foreach ($service in @{ Name = 'vmms'; Key = 'vmms' }, @{ Name = 'ClusSvc'; Key = 'clusterService' }) {
            $state = if ($capture['access']) { $capture['access'][$service.Key] }
            if ($state -and $state.GetAttribute('type') -eq 'string') {
                $text = '{"Name":"' + $service.Name + '","State":"' + $state.InnerText + '"}'
                Read-JsonText ([Text.Encoding]::UTF8.GetBytes($text))
            }
        }
    } elseif ($ClassName -like 'Win32_*' -or $ClassName -eq 'StdRegProv') {
        if ($capture['host']) { $capture['host'][$ClassName] }
    } elseif ($capture['classes'] -and $capture['classes'][$ClassName]) {
        $capture['classes'][$ClassName].ChildNodes
    }
}

function ConvertTo-CimValue {
    param([System.Xml.XmlElement] $Node, [string] $Type)
    # Typed as CIM types: a list of one stays a list, a datetime is local as Get-CimInstance gives it.
    if ($null -eq $Node -or $Node.GetAttribute('type') -eq 'null') { return $null }
    switch ($Type) {
        'string' { return $Node.InnerText }
        'uint16' { return [uint16] $Node.InnerText }
        'int32' { return [int] $Node.InnerText }
        'object' { return [pscustomobject] (ConvertFrom-JsonNode $Node) }
        'uint32' { return [uint32] $Node.InnerText }
        'uint64' { return [uint64] $Node.InnerText }
        'boolean' { return $Node.InnerText -eq 'true' }
        'datetime' {
            $style = [System.Globalization.DateTimeStyles]::AdjustToUniversal
            return [datetime]::Parse($Node.InnerText, [cultureinfo]::InvariantCulture, $style).ToLocalTime()
        }
        'uint16[]' { return , [uint16[]] @(foreach ($child in $Node.ChildNodes) { $child.InnerText }) }
        'string[]' { return , [string[]] @(foreach ($child in $Node.ChildNodes) { $child.InnerText }) }
    }
}

function Get-CimFailure {
    param([string] $Code, [string] $Message)
    $known = @{
        '0x80041003' = 'Access denied ', 'PermissionDenied'; '0x8004100e' = 'Invalid namespace ', 'MetadataError'
        '0x80041010' = 'Invalid class ', 'MetadataError'; '0x80041017' = 'Invalid query ', 'InvalidArgument'
        '0x40004' = 'Timed out ', 'OperationTimeout'
    }
    $default = $known[$Code.ToLowerInvariant()]
    if (-not $default) { $default = 'Generic failure ', 'NotSpecified' }
    if (-not $Message) { $Message = $default[0] }
    $exception = [System.Management.Automation.RuntimeException]::new($Message)
    [System.Management.Automation.ErrorRecord]::new($exception, "HRESULT $($Code.ToLowerInvariant())", $default[1], $null)
}

function Add-Count {
    param([string] $Line)
    if ($env:FAKE_HYPERV_COUNT) { [System.IO.File]::AppendAllText($env:FAKE_HYPERV_COUNT, "$($Line.TrimEnd())`n") }
}

function Invoke-Fault {
    param([string] $ClassName)
    # What happens before a class answers. A line of noise comes from other software in the session.
    if ($faults.noise) {
        [Console]::Out.WriteLine($faults.noise)
        [Console]::Error.WriteLine($faults.noise)
    }
    if ($faults.hang -contains $ClassName) { [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite) }
    if ($faults.die -and $faults.die.ContainsKey($ClassName)) {
        if ($faults.die[$ClassName] -eq 'kill') { [System.Diagnostics.Process]::GetCurrentProcess().Kill() }
        [Environment]::Exit([int] $faults.die[$ClassName])
    }
}

# An error's full id ends with the name of the command that raised it: the function bears the name of the real cmdlet's class.
function Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand {
    [CmdletBinding(DefaultParameterSetName = 'Class')]
    [Alias('Get-CimInstance')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Class')] [string] $ClassName,
        [Parameter(Mandatory, ParameterSetName = 'Query')] [string] $Query,
        [Parameter(ParameterSetName = 'Class')] [string[]] $Property,
        [Parameter(ParameterSetName = 'Class')] [string] $Filter,
        [string] $Namespace = 'root/cimv2',
        [uint32] $OperationTimeoutSec,
        [object] $CimSession
    )
    Use-CimSession $CimSession
    if ($Query) {
        if ($Query -notmatch '(?is)\A\s*SELECT\s+(.+?)\s+FROM\s+(\w+)(?:\s+WHERE\s+(.+?))?\s*\z') {
            $PSCmdlet.WriteError((Get-CimFailure '0x80041017'))
            return
        }
        $ClassName = $Matches[2]
        $Filter = [string] $Matches[3]
        if ($Matches[1] -ne '*') { $Property = $Matches[1] -split '\s*,\s*' }
    }
    $Namespace = $Namespace.Replace('\', '/').ToLowerInvariant()
    Add-Count "$Namespace $ClassName $(if ($Property) { $Property -join ',' } else { '*' }) $Filter"
    Invoke-Fault $ClassName
    $slow = if ($faults.slow) { [int] $faults.slow[$ClassName] } else { 0 }
    if ($OperationTimeoutSec -gt 0 -and $slow -gt 1000 * $OperationTimeoutSec) {
        [System.Threading.Thread]::Sleep(1000 * $OperationTimeoutSec)
        $PSCmdlet.WriteError((Get-CimFailure '0x40004'))
        return
    }
    [System.Threading.Thread]::Sleep($slow)
    $isNoCluster = $Namespace -eq 'root/mscluster' -and -not ($capture['classes'] -and $capture['classes']['MSCluster_Node'])
    if (-not $schema[$Namespace] -or $isNoCluster -or ($faults.missingNamespace -and $Namespace -eq 'root/virtualization/v2')) {
        $PSCmdlet.WriteError((Get-CimFailure '0x8004100e'))
        return
    }
    # WMI does not mind the case of names; rows have the class's own.
    $class = $schema[$Namespace][$ClassName]
    foreach ($known in $schema[$Namespace].Keys) { if ($known -eq $ClassName) { $ClassName = $known } }
    if (-not $class -or $faults.missingClasses -contains $ClassName) {
        $PSCmdlet.WriteError((Get-CimFailure '0x80041010'))
        return
    }
    $types = [ordered] @{}
    $missing = @(if ($faults.missingProperties) { $faults.missingProperties[$ClassName] })
    foreach ($type in $class.Keys) {
        foreach ($name in $class[$type]) { if ($missing -notcontains $name) { $types[$name] = $type } }
    }
    # The part of WQL that the collector writes: comparisons joined by AND, or by OR.
    $isAny = $Filter -match "'\s+OR\s"
    $conditions = @(if ($Filter) { $Filter -split "(?<=')\s+(?:AND|OR)\s+" })
    $tests = @(foreach ($condition in $conditions) {
            if ($condition -match "\A\s*(\w+)\s*(=|LIKE)\s*'([^']*)'\s*\z") { , @($Matches[1], $Matches[2], $Matches[3]) }
        })
    $asked = @($Property) + @($tests | ForEach-Object { $_[0] }) | Where-Object { $_ }
    if ($tests.Count -ne $conditions.Count -or @($asked | Where-Object { -not $types.Contains($_) }).Count -gt 0) {
        $PSCmdlet.WriteError((Get-CimFailure '0x80041017'))
        return
    }
    if ($faults.noRights -and $ClassName -like 'Msvm_*') { return }
    $names = @($types.Keys | Where-Object { -not $Property -or $Property -contains $_ })
    $failure = if ($faults.errors) { $faults.errors[$ClassName] }
    $left = if ($failure) { [int] $failure.afterRows } else { [int]::MaxValue }
    $typeName = "Microsoft.Management.Infrastructure.CimInstance#$Namespace/$ClassName"
    foreach ($node in Get-CaptureRow $ClassName) {
        if ($left -le 0) { break }
        $met = @(foreach ($test in $tests) {
                # A capture that does not have the column holds what the collector asked for, and nothing else.
                $column = $node[$test[0]]
                if ($test[1] -eq 'LIKE') { $column.InnerText -like $test[2].Replace('%', '*') }
                else { $null -eq $column -or $column.InnerText -eq $test[2] }
            })
        if ($tests.Count -gt 0 -and ($(if ($isAny) { $met -notcontains $true } else { $met -contains $false }))) { continue }
        $left--
        $row = [ordered] @{ PSTypeName = $typeName }
        foreach ($name in $names) { $row[$name] = ConvertTo-CimValue $node[$name] $types[$name] }
        [pscustomobject] $row
    }
    if ($failure) { $PSCmdlet.WriteError((Get-CimFailure $failure.code $failure.message)) }
}

function Microsoft.Management.Infrastructure.CimCmdlets.InvokeCimMethodCommand {
    [CmdletBinding()]
    [Alias('Invoke-CimMethod')]
    param(
        [string] $ClassName,
        [string] $Query,
        [Parameter(Mandatory)] [string] $MethodName,
        [System.Collections.IDictionary] $Arguments,
        [string] $Namespace = 'root/cimv2',
        [uint32] $OperationTimeoutSec,
        [object] $CimSession
    )
    Use-CimSession $CimSession
    $Namespace = $Namespace.Replace('\', '/').ToLowerInvariant()
    $subject = if ($MethodName -eq 'GetSummaryInformation') { 'Msvm_SummaryInformation' } else { $ClassName }
    Add-Count "$Namespace $subject $MethodName"
    Invoke-Fault $subject
    if ($faults.slow -and $faults.slow[$subject]) {
        $slow = [int] $faults.slow[$subject]
        if ($OperationTimeoutSec -gt 0 -and $slow -gt 1000 * $OperationTimeoutSec) {
            [System.Threading.Thread]::Sleep(1000 * $OperationTimeoutSec)
            $PSCmdlet.WriteError((Get-CimFailure '0x40004'))
            return
        }
        [System.Threading.Thread]::Sleep($slow)
    }
    $isHyperV = $Namespace -eq 'root/virtualization/v2'
    if (-not $schema[$Namespace] -or ($isHyperV -and $faults.missingNamespace)) {
        $PSCmdlet.WriteError((Get-CimFailure '0x8004100e'))
        return
    }
    if ($faults.missingClasses -contains $subject) {
        $PSCmdlet.WriteError((Get-CimFailure '0x80041010'))
        return
    }
    $failure = if ($faults.errors) { $faults.errors[$subject] }
    if ($failure) {
        $PSCmdlet.WriteError((Get-CimFailure $failure.code $failure.message))
        return
    }
    $result = [ordered] @{ PSTypeName = 'Microsoft.Management.Infrastructure.CimMethodResult'; ReturnValue = [uint32] 0 }
    if ($MethodName -eq 'GetDWORDValue' -and $ClassName -eq 'StdRegProv') {
        $row = Get-CaptureRow 'StdRegProv'
        $value = if ($row -and $Arguments.sValueName -eq 'UBR') { $row['UBR'] }
        if ($value) { $result.uValue = [uint32] $value.InnerText } else { $result.ReturnValue = [uint32] 2 }
        return [pscustomobject] $result
    }
    # Without rights the service that has the method is not seen, which is no error.
    if ($faults.noRights) { return }
    if ($Arguments.RequestedInformation -isnot [uint32[]] -or @($Arguments.RequestedInformation | Where-Object { 5, 6, 7 -contains $_ })) {
        throw 'The fake gives no pictures, and takes the requested information as uint32[].'
    }
    if ($faults.unknownSummaryNumbers -and @($Arguments.RequestedInformation | Where-Object { $faults.unknownSummaryNumbers -contains $_ })) {
        $result.ReturnValue = [uint32] 32773
        return [pscustomobject] $result
    }
    $result.SummaryInformation = @(foreach ($node in Get-CaptureRow 'Msvm_SummaryInformation') {
            $row = [ordered] @{ PSTypeName = 'Microsoft.Management.Infrastructure.CimInstance#root/virtualization/v2/Msvm_SummaryInformation' }
            foreach ($type in $summaryTypes.Keys) { foreach ($name in $summaryTypes[$type]) { $row[$name] = ConvertTo-CimValue $node[$name] $type } }
            [pscustomobject] $row
        })
    [pscustomobject] $result
}

function Microsoft.PowerShell.Commands.GetWinEventCommand {
    [CmdletBinding()]
    [Alias('Get-WinEvent')]
    param(
        [Parameter(Mandatory)] [string] $LogName,
        [string] $FilterXPath = '*',
        [long] $MaxEvents = [long]::MaxValue
    )
    Add-Count "eventlog $LogName $FilterXPath"
    Invoke-Fault $LogName
    if ($faults.missingChannels -contains $LogName) {
        $text = "There is not an event log on the localhost computer that matches `"$LogName`"."
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new($text), 'NoMatchingLogsFound', 'ObjectNotFound', $LogName))
        return
    }
    $failure = if ($faults.eventErrors) { $faults.eventErrors[$LogName] }
    if ($failure -and $failure.id -eq 'System.UnauthorizedAccessException') {
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([UnauthorizedAccessException]::new($failure.message), $failure.id, 'NotSpecified', $null))
        return
    }
    # Provider names of the filter belong to the numbers beside them; one without a provider takes all of the log.
    $ids = @([regex]::Matches($FilterXPath, 'EventID=(\d+)') | ForEach-Object { $_.Groups[1].Value })
    $providers = @([regex]::Matches($FilterXPath, "@Name='([^']+)'") | ForEach-Object { $_.Groups[1].Value })
    $span = if ($FilterXPath -match '@SystemTime\) <= (\d+)') { [double] $Matches[1] } else { [double]::MaxValue }
    $now = if ($faults.now) { [datetime]::Parse($faults.now, [cultureinfo]::InvariantCulture, 'AdjustToUniversal') } else { [datetime]::UtcNow }
    $count = 0
    $nodes = @(if ($capture['events']) { $capture['events'].ChildNodes | Where-Object { $_['channel'].InnerText -eq $LogName } })
    # Newest first, and of the same time the later record.
    $order = [System.Collections.Generic.SortedDictionary[string, object]]::new([StringComparer]::Ordinal)
    foreach ($node in $nodes) { $order["$($node['time'].InnerText) $($node['record'].InnerText.PadLeft(20)) $($order.Count)"] = $node }
    $nodes = [object[]] $order.Values
    [array]::Reverse($nodes)
    foreach ($node in $nodes) {
        if ($failure -and $count -ge [int] $failure.afterEvents) { break }
        if ($count -ge $MaxEvents) { break }
        $time = ConvertTo-CimValue $node['time'] 'datetime'
        if (($now - $time.ToUniversalTime()).TotalMilliseconds -gt $span) { continue }
        if ($ids.Count -gt 0 -and $ids -notcontains $node['id'].InnerText) { continue }
        if ($providers.Count -gt 0 -and $providers -notcontains $node['provider'].InnerText) { continue }
        if ($FilterXPath -match 'Level<=(\d)' -and [int] $node['level'].InnerText -gt [int] $Matches[1]) { continue }
        if ($faults.slowEvents) { [System.Threading.Thread]::Sleep([int] $faults.slowEvents) }
        $count++
        [pscustomobject] @{ PSTypeName = 'System.Diagnostics.Eventing.Reader.EventLogRecord'; Id = [int] $node['id'].InnerText
            ProviderName = $node['provider'].InnerText; LogName = $LogName; Level = [byte] $node['level'].InnerText
            TimeCreated = $time; RecordId = [long] $node['record'].InnerText; Message = ConvertTo-CimValue $node['message'] 'string'
            Properties = @(foreach ($value in $node['values'].ChildNodes) { [pscustomobject] @{ Value = ConvertTo-CimValue $value 'string' } }) }
    }
    if ($failure) {
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new($failure.message), $failure.id, 'NotSpecified', $null))
    } elseif ($count -eq 0) {
        $text = 'No events were found that match the specified selection criteria.'
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new($text), 'NoMatchingEventsFound', 'ObjectNotFound', $null))
    }
}

. "$PSScriptRoot/fake-remoting.ps1"

if ($faults.answersNothing) {
    # An alias wins over the function that the collector defines: the session answers, the check says nothing.
    function Skip-Check {
        [CmdletBinding()]
        [Alias('Invoke-IntegrationDoctor')]
        param([string] $Request)
    }
}

Export-ModuleMember -Function '*-*', '*.GetCimInstanceCommand', '*.InvokeCimMethodCommand', '*.GetWinEventCommand', '*.InvokeCommandCommand',
    '*.NewPSSessionOptionCommand', '*.NewCimSessionCommand', '*.NewCimSessionOptionCommand', '*.RemoveCimSessionCommand' -Alias '*'
