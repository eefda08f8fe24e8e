# Integration Doctor for Hyper-V: reads the integration services of every virtual machine on this host.
#
# It only reads: one query per class and per event log, whatever the number of virtual machines, and it judges nothing.
# A class that cannot be read does not stop the others. What was read comes out piece by piece.
#
# Runs in Windows PowerShell 5.1 and PowerShell 7, and in Constrained Language Mode: apart from two marked places it
# uses cmdlets and core types only. The text may also be sent to a session over standard input or pasted into a console,
# where a statement that spans lines runs at the first blank line: so there is no blank line inside a statement, one
# after each, and nothing but ASCII, because the code page is not known.
# Usage: Invoke-IntegrationDoctor -Request BASE64, see ConvertFrom-IntegrationDoctorRequest.

function Get-IntegrationDoctorQuery {
    param([int] $Build, [string] $VmId, [string] $HostName)
    # What is read, in this order; with VmId of that virtual machine alone. Build 0: not known, so everything is asked for.
    # Data exchange comes last of the classes: it is the largest answer, and the slowest on a busy host.
    $cim = 'root\cimv2'
    $v2 = 'root\virtualization\v2'
    $isNew = @{ 9600 = ($Build -eq 0 -or $Build -ge 9600); 15063 = ($Build -eq 0 -or $Build -ge 15063)
        17134 = ($Build -eq 0 -or $Build -ge 17134) }
    $of = @{ System = ''; Settings = ''; Part = ''; Member = ''; Network = '' }
    if ($VmId) {
        # The host's own row stays in the answer: without it an empty answer proves nothing.
        $of = @{ System = "Name='$VmId' OR Name='$HostName'"; Settings = " AND VirtualSystemIdentifier='$VmId'"
            Part = "InstanceID LIKE 'Microsoft:$VmId%'"; Member = "SystemName='$VmId'"; Network = "InstanceID LIKE '%$VmId%'" }
    }
    @{ Namespace = $cim; ClassName = 'Win32_OperatingSystem'
        Properties = 'Caption', 'Version', 'BuildNumber', 'OSLanguage', 'ProductType', 'LastBootUpTime' }
    if (-not $VmId) {
        @{ Namespace = $cim; ClassName = 'Win32_ComputerSystem'
            Properties = 'Name', 'Domain', 'DomainRole', 'HypervisorPresent' }
        @{ Namespace = $cim; ClassName = 'StdRegProv'; Method = 'GetDWORDValue'; Properties = @('UBR') }
    }
    @{ Namespace = $cim; ClassName = 'Win32_Service'; Filter = "Name='vmms' OR Name='ClusSvc'"; Properties = 'Name', 'State' }
    $system = 'Name', 'ElementName', 'EnabledState', 'OtherEnabledState', 'RequestedState', 'HealthState',
        'OperationalStatus', 'StatusDescriptions', 'OnTimeInMilliseconds', 'ProcessID', 'ReplicationState',
        'ReplicationHealth', 'ReplicationMode', 'InstallDate', 'TimeOfLastStateChange', 'TimeOfLastConfigurationChange'
    if ($isNew[9600]) { $system += 'EnhancedSessionModeState' }
    @{ Namespace = $v2; ClassName = 'Msvm_ComputerSystem'; Filter = $of.System; Properties = $system }
    @{ Namespace = $v2; ClassName = 'Msvm_SummaryInformation'; Method = 'GetSummaryInformation'; VmId = $VmId
        Properties = 'Name', 'ElementName', 'EnabledState', 'HealthState', 'OperationalStatus', 'Heartbeat', 'UpTime',
            'GuestOperatingSystem', 'ApplicationHealth', 'IntegrationServicesVersionState' }
    $settings = 'InstanceID', 'VirtualSystemIdentifier', 'VirtualSystemType', 'Version', 'ElementName', 'Notes', 'CreationTime',
        'IsSaved', 'AutomaticStartupAction', 'ConfigurationDataRoot'
    if ($isNew[9600]) { $settings += 'VirtualSystemSubType' }
    if ($isNew[17134]) { $settings += 'EnhancedSessionTransportType' }
    # Checkpoints, replica points and half-finished imports have settings too.
    @{ Namespace = $v2; ClassName = 'Msvm_VirtualSystemSettingData'; Properties = $settings
        Filter = "VirtualSystemType='Microsoft:Hyper-V:System:Realized'" + $of.Settings }
    $services = 'Heartbeat', 'Shutdown', 'TimeSync', 'Vss', 'GuestServiceInterface', 'Rdv', 'KvpExchange'
    foreach ($service in $services) {
        $switches = @('InstanceID', 'EnabledState')
        if ($service -eq 'KvpExchange') {
            $switches += 'HostExchangeItems', 'HostOnlyItems'
            if ($isNew[15063]) { $switches += 'DisableHostKVPItems' }
        }
        @{ Namespace = $v2; ClassName = "Msvm_${service}ComponentSettingData"; Filter = $of.Part; Properties = $switches }
    }
    $adapter = @('InstanceID', 'ElementName', 'Address', 'StaticMacAddress')
    if ($isNew[9600]) { $adapter += 'ClusterMonitored' }
    $port = 'SystemName', 'DeviceID', 'ElementName', 'PermanentAddress', 'OperationalStatus'
    foreach ($kind in 'Synthetic', 'Emulated') {
        @{ Namespace = $v2; ClassName = "Msvm_${kind}EthernetPortSettingData"; Filter = $of.Part; Properties = $adapter }
        @{ Namespace = $v2; ClassName = "Msvm_${kind}EthernetPort"; Filter = $of.Member; Properties = $port }
    }
    @{ Namespace = $v2; ClassName = 'Msvm_GuestNetworkAdapterConfiguration'; Filter = $of.Network
        Properties = 'InstanceID', 'IPAddresses', 'Subnets', 'DefaultGateways', 'DNSServers', 'DHCPEnabled', 'ProtocolIFType',
            'IPAddressOrigins' }
    $status = 'SystemName', 'DeviceID', 'EnabledState', 'OperationalStatus', 'StatusDescriptions'
    foreach ($service in $services) {
        $query = @{ Namespace = $v2; ClassName = "Msvm_${service}Component"; Filter = $of.Member; Properties = $status }
        if ($service -eq 'KvpExchange') {
            $query.Properties = $status + 'GuestIntrinsicExchangeItems' + 'GuestExchangeItems'
            $query.IsSlow = $true
        }
        $query
    }
}

function Get-IntegrationDoctorChannel {
    # Event logs of the host, by numbers: version differences (4010), data exchange not ready (4096), devices that do not
    # fit (23012, 23014, storvsp 5 and 6, VMSMP 26), starts and stops of a guest, and what is wrong with disks and backups.
    $worker = 4010, 4096, 26, 23012, 23014, 18500, 18502, 18504, 18508, 18512, 18514
    $management = 10102, 10103, 16050, 16060, 16300, 16410
    @{ Channel = 'Microsoft-Windows-Hyper-V-Integration-Admin'; Condition = 'Level<=3' }
    @{ Channel = 'Microsoft-Windows-Hyper-V-Worker-Admin'; Condition = 'EventID=' + ($worker -join ' or EventID=') }
    @{ Channel = 'Microsoft-Windows-Hyper-V-VMMS-Admin'; Condition = 'EventID=' + ($management -join ' or EventID=') }
    @{ Channel = 'System'; Condition = "(Provider[@Name='storvsp'] and (EventID=5 or EventID=6)) or (Provider[@Name='VMSMP'] and EventID=26)" }
}

function ConvertTo-IntegrationDoctorString {
    param([string] $Text, [bool] $IsAscii)
    # Line breaks and quotes are everywhere in data exchange items, so they are replaced as a whole. What is left is rare:
    # other control characters, halves of surrogate pairs, which UTF-8 cannot carry, and in plain text all but ASCII.
    $text = $Text.Replace('\', '\\').Replace('"', '\"').Replace("`n", '\n').Replace("`r", '\r').Replace("`t", '\t')
    $rare = '[\x00-\x1F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]'
    if ($IsAscii) { $rare = '[^\x20-\x7E]' }
    if ($text -cmatch $rare) {
        # Cut before each such character, so that the others stay in one piece.
        $parts = foreach ($part in $text -csplit "(?=$rare)") {
            if ($part -cmatch "\A(?:$rare)") { ('\u{0:x4}' -f [int] $part[0]) + $part.Substring(1) } else { $part }
        }
        $text = $parts -join ''
    }
    '"' + $text + '"'
}

function ConvertTo-IntegrationDoctorJson {
    param([object] $Rows, [string[]] $Names, [bool] $IsAscii)
    # ConvertTo-Json differs between 5.1 and 7 in depth, dates and lists of one. Here a list stays a list, null stays
    # null, and a property that the class does not have is left out. The result is the objects with commas between.
    $invariant = [cultureinfo]::InvariantCulture
    $simple = '\A[\x20\x21\x23-\x5B\x5D-\x7E]*\z'
    # The host's words for a status are the same few on every row.
    $known = [hashtable]::new()
    $objects = foreach ($row in $Rows) {
        $members = foreach ($name in $Names) {
            if ($row -is [hashtable]) {
                if (-not $row.ContainsKey($name)) { continue }
                $value = $row[$name]
            } else {
                $property = $row.PSObject.Properties[$name]
                if ($null -eq $property) { continue }
                $value = $property.Value
            }
            $isList = $value -is [array]
            $list = $value
            if (-not $isList) { $list = , $value }
            $items = foreach ($item in $list) {
                if ($null -eq $item) {
                    'null'
                } elseif ($item -is [string]) {
                    if ($item -cmatch $simple) {
                        '"' + $item + '"'
                    } elseif ($item.Length -gt 300) {
                        ConvertTo-IntegrationDoctorString $item $IsAscii
                    } else {
                        if (-not $known.ContainsKey($item)) { $known[$item] = ConvertTo-IntegrationDoctorString $item $IsAscii }
                        $known[$item]
                    }
                } elseif ($item -is [bool]) {
                    if ($item) { 'true' } else { 'false' }
                } elseif ($item -is [datetime]) {
                    '"' + $item.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.FFFFFFF', $invariant) + 'Z"'
                } elseif ($item -is [uint16] -or $item -is [uint32] -or $item -is [uint64] -or $item -is [byte] -or
                    $item -is [int16] -or $item -is [int] -or $item -is [long] -or $item -is [sbyte]) {
                    # PowerShell writes numbers in a text the same way in every culture.
                    "$item"
                } else {
                    ConvertTo-IntegrationDoctorString ([string] $item) $IsAscii
                }
            }
            if ($isList) { '"' + $name + '":[' + ($items -join ',') + ']' } else { '"' + $name + '":' + $items }
        }
        '{' + ($members -join ',') + '}'
    }
    $objects -join ','
}

function ConvertTo-IntegrationDoctorProblem {
    param([object] $Failure, [string] $ClassName)
    # An error variable can hold the exception itself, which then carries the record.
    if ($Failure.ErrorRecord) { $Failure = $Failure.ErrorRecord }
    # The code is the same in every language, the message is not. An error without a code keeps the engine's name for it.
    $code = ($Failure.FullyQualifiedErrorId -split ',')[0]
    if ($code -match '0x([0-9A-Fa-f]{1,8})') {
        $code = '0x' + $Matches[1].PadLeft(8, '0').ToUpperInvariant()
    }
    @{ class = $ClassName; code = $code; message = "$($Failure.Exception.Message)".Trim() }
}

function Read-IntegrationDoctorClass {
    param([hashtable] $Query, [uint32] $TimeoutSeconds, [object] $Session)
    # Rows may come before an error, and both are kept. An older host refuses a query that names a property which its
    # class does not have (0x80041017, invalid query); it is then asked once more, for all that it has.
    $arguments = @{ Namespace = $Query.Namespace; ClassName = $Query.ClassName; Property = $Query.Properties
        OperationTimeoutSec = $TimeoutSeconds; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures'; OutVariable = 'rows' }
    if ($Query.Filter) { $arguments.Filter = $Query.Filter }
    if ($Session) { $arguments.CimSession = $Session }
    foreach ($attempt in 1, 2) {
        $failures = @()
        $rows = @()
        try {
            $null = Get-CimInstance @arguments
        } catch {
            $failures = @($_)
        }
        $problem = $null
        if ($failures.Count -gt 0) { $problem = ConvertTo-IntegrationDoctorProblem $failures[0] $Query.ClassName }
        if ($null -eq $problem -or $problem.code -ne '0x80041017' -or $rows.Count -gt 0) { break }
        $arguments.Remove('Property')
    }
    @{ Rows = @($rows); Problem = $problem }
}

function Read-IntegrationDoctorMethod {
    param([hashtable] $Query, [uint32] $TimeoutSeconds, [object] $Session)
    # Two methods, and both only read: a number of the registry (the update level of Windows), and the summary of all
    # virtual machines. No picture is asked for. A host that does not know a requested number refuses the call.
    $arguments = @{ Namespace = $Query.Namespace; MethodName = $Query.Method; OperationTimeoutSec = $TimeoutSeconds
        ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures'; OutVariable = 'answers' }
    if ($Session) { $arguments.CimSession = $Session }
    $isSummary = $Query.Method -eq 'GetSummaryInformation'
    if ($isSummary) {
        $arguments.Query = 'SELECT * FROM Msvm_VirtualSystemManagementService'
        $requests = @(@{ RequestedInformation = [uint32[]] (0, 1, 100, 104, 105, 106, 109, 110, 117, 121) },
            @{ RequestedInformation = [uint32[]] (0, 1, 100, 104, 105, 106, 109, 110) })
    } else {
        $arguments.ClassName = $Query.ClassName
        $requests = @(@{ hDefKey = [uint32] 2147483650; sSubKeyName = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'; sValueName = 'UBR' })
    }
    foreach ($request in $requests) {
        $failures = @()
        $answers = @()
        try {
            $null = Invoke-CimMethod @arguments -Arguments $request
        } catch {
            $failures = @($_)
        }
        $problem = $null
        if ($failures.Count -gt 0) { $problem = ConvertTo-IntegrationDoctorProblem $failures[0] $Query.ClassName }
        $result = 0
        if ($answers.Count -gt 0) { $result = $answers[0].ReturnValue }
        if ($isSummary -and $null -eq $problem -and $result -ne 0) {
            $problem = @{ class = $Query.ClassName; code = '0x{0:X8}' -f [long] $result; message = "ReturnValue $result" }
        }
        # Out of time or refused: the shorter request would fare no better.
        if ($null -eq $problem -or '0x00040004', '0x80041003', '0x80070005', '0x00008001' -contains $problem.code) { break }
    }
    $rows = @()
    if ($isSummary -and $answers.Count -gt 0) {
        $rows = @($answers[0].SummaryInformation | Where-Object { $_ -and (-not $Query.VmId -or $_.Name -eq $Query.VmId) })
    } elseif (-not $isSummary -and $answers.Count -gt 0 -and $result -eq 0) {
        $rows = @(@{ UBR = $answers[0].uValue })
    }
    @{ Rows = $rows; Problem = $problem }
}

function Read-IntegrationDoctorEvent {
    param([hashtable] $Log, [long] $SinceMilliseconds, [datetime] $Deadline, [int] $Most)
    # Newest first. No event, no such log and no right are results; whatever else goes wrong is kept as a problem.
    $filter = "*[System[($($Log.Condition)) and TimeCreated[timediff(@SystemTime) <= $SinceMilliseconds]]]"
    $failures = @()
    $problem = $null
    $events = @()
    try {
        # The loop of one turn is what break leaves when the time is over.
        $events = @(foreach ($turn in 1) {
                Get-WinEvent -LogName $Log.Channel -FilterXPath $filter -MaxEvents $Most -ErrorAction SilentlyContinue -ErrorVariable failures |
                    ForEach-Object {
                        $values = @(foreach ($property in $_.Properties) {
                                $value = $property.Value
                                if ($value -is [array]) { $value = $value -join ' ' }
                                $value = [string] $value
                                if ($value.Length -gt 2000) { $value = $value.Substring(0, 2000) }
                                $value
                            })
                        $message = [string] $_.Message
                        if ($message.Length -gt 4000) { $message = $message.Substring(0, 4000) }
                        @{ channel = $Log.Channel; provider = [string] $_.ProviderName; id = $_.Id; level = $_.Level
                            time = $_.TimeCreated; record = $_.RecordId; values = $values; message = $message }
                        if ([datetime]::UtcNow -gt $Deadline) { break }
                    }
            })
    } catch {
        $failures = @($_)
    }
    if ($failures.Count -gt 0) {
        $problem = ConvertTo-IntegrationDoctorProblem $failures[0] $Log.Channel
        if ('NoMatchingEventsFound', 'NoMatchingLogsFound' -contains $problem.code) { $problem = $null }
    } elseif ([datetime]::UtcNow -gt $Deadline) {
        $problem = @{ class = $Log.Channel; code = '0x00040004'; message = '' }
    }
    @{ Rows = $events; Problem = $problem }
}

function Get-IntegrationDoctorAccess {
    param([object] $HostRowSeen, [object] $Namespace, [object] $Services, [object] $Session)
    # Groups holds only what is switched on in the token: an administrator who is not elevated does not show there.
    # The well-known ids are the same in every language. Null: could not be found out.
    $elevated = $null
    $administrators = $null
    $mode = "$($ExecutionContext.SessionState.LanguageMode)"
    if ($Session) {
        # Over a CIM session this is another computer's token and engine.
        $mode = $null
    } else {
        try {
            # Full language only; elsewhere this call is refused.
            $groups = @([System.Security.Principal.WindowsIdentity]::GetCurrent().Groups | ForEach-Object { $_.Value })
            $elevated = $groups -contains 'S-1-5-32-544'
            $administrators = $groups -contains 'S-1-5-32-578'
        } catch {
            $elevated = $null
        }
    }
    $states = @{}
    foreach ($service in $Services) { $states["$($service.Name)"] = "$($service.State)".ToLowerInvariant() }
    @{ elevated = $elevated; hyperVAdministrators = $administrators; namespace = $Namespace; vmms = $states['vmms']
        clusterService = $states['ClusSvc']; hostRowSeen = $HostRowSeen; remote = ($null -ne $Session -or $null -ne $PSSenderInfo)
        languageMode = $mode }
}

function Read-IntegrationDoctor {
    param([object] $Request)
    # Gives the pieces of a check one after the other, each a table of texts: the start, every class, the access, every
    # event log, the finish. They travel through Invoke-Command unchanged. With a CIM session another computer is read,
    # and of that only what CIM gives: not its event logs, and nothing about the account.
    $session = $Request.cimSession
    $ascii = [bool] $Request.ascii
    $vmId = [string] $Request.vmId
    if ($vmId -and $vmId -notmatch '\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z') { throw 'The request names no virtual machine.' }
    $hostName = "$env:COMPUTERNAME"
    if ($hostName -notmatch '\A[\w.-]+\z') { $hostName = '' }
    $queries = @(Get-IntegrationDoctorQuery 0 $vmId $hostName)
    $channels = @()
    if (-not $session) { $channels = @(Get-IntegrationDoctorChannel) }
    $edition = 'Desktop'
    if ($PSVersionTable.PSEdition) { $edition = [string] $PSVersionTable.PSEdition }
    $invariant = [cultureinfo]::InvariantCulture
    $start = @{ name = 'collect.ps1'; version = '1.0.0'; psVersion = "$($PSVersionTable.PSVersion)"; psEdition = $edition
        collectedAt = [datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss', $invariant) + 'Z'; computerName = $hostName
        asked = @($queries | ForEach-Object { $_.ClassName }) + @($channels | ForEach-Object { $_.Channel }) }
    if ($hostName -eq '' -or $session) { $start.computerName = $null }
    @{ Name = 'start'; Collector = ConvertTo-IntegrationDoctorJson $start 'name', 'version', 'psVersion', 'psEdition' $ascii
        Target = ConvertTo-IntegrationDoctorJson $start @('computerName') $ascii; CollectedAt = $start.collectedAt
        Asked = (ConvertTo-IntegrationDoctorJson $start @('asked') $ascii).Substring(9).TrimEnd('}') }
    $hostRowSeen = $null
    $namespace = $null
    $states = @()
    for ($at = 0; $at -lt $queries.Count; $at++) {
        $query = $queries[$at]
        $seconds = [uint32] $Request.classTimeoutSeconds
        if ($query.IsSlow) { $seconds = [uint32] $Request.kvpTimeoutSeconds }
        $begun = [datetime]::UtcNow
        if ($query.Method) { $answer = Read-IntegrationDoctorMethod $query $seconds $session } else { $answer = Read-IntegrationDoctorClass $query $seconds $session }
        $problem = $answer.Problem
        if ($query.ClassName -eq 'Win32_OperatingSystem' -and $answer.Rows.Count -gt 0) {
            # Older hosts do not have every property: with the build known they are asked for what they have.
            $build = 0
            if ("$($answer.Rows[0].BuildNumber)" -match '\A\d{4,6}\z') { $build = [int] $Matches[0] }
            $queries = @(Get-IntegrationDoctorQuery $build $vmId $hostName)
        }
        if ($query.ClassName -eq 'Win32_Service') { $states = $answer.Rows }
        if ($query.ClassName -eq 'Msvm_ComputerSystem') {
            # A virtual machine's Name is its GUID, the host's own row has the computer name.
            $guid = '\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z'
            $hostRows = @($answer.Rows | Where-Object { $_.Name -and $_.Name -notmatch $guid })
            if ($hostRows.Count -gt 0) { $hostRowSeen = $true } elseif ($null -eq $problem) { $hostRowSeen = $false }
        }
        if ($query.Namespace -ne 'root\cimv2' -and $namespace -ne 'present') {
            # A class that the namespace does not have (0x80041010) still shows that there is a namespace.
            if ($null -eq $problem -or $answer.Rows.Count -gt 0 -or $problem.code -eq '0x80041010') {
                $namespace = 'present'
            } elseif ($problem.code -eq '0x8004100E') {
                $namespace = 'missing'
            }
        }
        $failure = 'null'
        if ($problem) { $failure = ConvertTo-IntegrationDoctorJson $problem 'class', 'code', 'message' $ascii }
        @{ Name = $query.ClassName; Namespace = $query.Namespace; Milliseconds = [int64] ([datetime]::UtcNow - $begun).TotalMilliseconds
            Problem = $failure; Count = $answer.Rows.Count; Rows = ConvertTo-IntegrationDoctorJson $answer.Rows $query.Properties $ascii }
    }
    $access = Get-IntegrationDoctorAccess $hostRowSeen $namespace $states $session
    $names = 'elevated', 'hyperVAdministrators', 'namespace', 'vmms', 'clusterService', 'hostRowSeen', 'remote', 'languageMode'
    @{ Name = 'access'; Access = ConvertTo-IntegrationDoctorJson $access $names $ascii }
    # The event logs share one limit, and come last: what the classes said is safe by then.
    $deadline = [datetime]::UtcNow.AddSeconds([double] $Request.eventsTimeoutSeconds)
    foreach ($log in $channels) {
        $begun = [datetime]::UtcNow
        $answer = @{ Rows = @(); Problem = @{ class = $log.Channel; code = '0x00040004'; message = '' } }
        if ($begun -lt $deadline) {
            $answer = Read-IntegrationDoctorEvent $log ([long] $Request.eventsMilliseconds) $deadline ([int] $Request.eventsMost)
        }
        $failure = 'null'
        if ($answer.Problem) { $failure = ConvertTo-IntegrationDoctorJson $answer.Problem 'class', 'code', 'message' $ascii }
        $names = 'channel', 'provider', 'id', 'level', 'time', 'record', 'values', 'message'
        @{ Name = $log.Channel; Namespace = 'eventlog'; Milliseconds = [int64] ([datetime]::UtcNow - $begun).TotalMilliseconds
            Problem = $failure; Count = $answer.Rows.Count; Rows = ConvertTo-IntegrationDoctorJson $answer.Rows $names $ascii }
    }
    @{ Name = 'finish' }
}

function ConvertFrom-IntegrationDoctorRequest {
    param([string] $Request)
    # A request is data: nothing in it is ever run or expanded. It is base64 of ASCII JSON, taken apart by hand, because
    # Constrained Language Mode has no decoder. Members: nonce, vmId (or null), classTimeoutSeconds, kvpTimeoutSeconds,
    # eventsTimeoutSeconds, eventsMilliseconds (how far back), eventsMost (per log), target (of another computer).
    $alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    $held = 0
    $bits = 0
    $text = foreach ($character in $Request.TrimEnd('=').ToCharArray()) {
        $held = ($held * 64 + $alphabet.IndexOf($character)) % 16384
        $bits += 6
        if ($bits -ge 8) {
            $bits -= 8
            [string] [char] (($held -shr $bits) % 256)
        }
    }
    $asked = ConvertFrom-Json ($text -join '')
    if ("$($asked.nonce)" -notmatch '\A[A-Za-z0-9]{8,64}\z') { throw 'The request has no usable nonce.' }
    $isFull = "$($ExecutionContext.SessionState.LanguageMode)" -eq 'FullLanguage'
    @{ nonce = [string] $asked.nonce; vmId = $asked.vmId; ascii = (-not $isFull); classTimeoutSeconds = $asked.classTimeoutSeconds
        kvpTimeoutSeconds = $asked.kvpTimeoutSeconds; eventsTimeoutSeconds = $asked.eventsTimeoutSeconds
        eventsMilliseconds = $asked.eventsMilliseconds; eventsMost = $asked.eventsMost; target = $asked.target }
}

function Write-IntegrationDoctorEnvelope {
    param([hashtable] $Piece, [string] $Nonce, [bool] $IsPlain)
    # Each envelope is written at once, so that what was read before a failure is not lost.
    $json = '{}'
    if ($Piece.Name -eq 'start') {
        $json = '{"collector":' + $Piece.Collector + ',"target":' + $Piece.Target + ',"collectedAt":"' + $Piece.CollectedAt + '","asked":' + $Piece.Asked + '}'
    } elseif ($Piece.Name -eq 'access') {
        $json = '{"access":' + $Piece.Access + '}'
    } elseif ($Piece.Name -eq 'connection') {
        $json = '{"problem":' + $Piece.Problem + '}'
    } elseif ($Piece.Namespace) {
        $json = '{"class":"' + $Piece.Name + '","namespace":"' + $Piece.Namespace.Replace('\', '\\') + '","ms":' + $Piece.Milliseconds +
            ',"problem":' + $Piece.Problem + ',"rows":[' + $Piece.Rows + ']}'
    }
    if ($IsPlain) {
        # Without .NET: ASCII text in lines that no console breaks, between colons so that no blank is lost.
        "@@$Nonce $($json.Length) $($Piece.Name) plain"
        for ($at = 0; $at -lt $json.Length; $at += 76) {
            $rest = $json.Length - $at
            if ($rest -gt 76) { $rest = 76 }
            ':' + $json.Substring($at, $rest) + ':'
        }
        "@@$Nonce end"
        return
    }
    # Full language only. Compressed and in base64, neither the console code page nor the size matters.
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($json)
    $packed = New-Object System.IO.MemoryStream
    $zip = New-Object System.IO.Compression.GZipStream($packed, [System.IO.Compression.CompressionMode]::Compress)
    $zip.Write($bytes, 0, $bytes.Length)
    $zip.Dispose()
    $text = [System.Convert]::ToBase64String($packed.ToArray())
    [Console]::Out.WriteLine("@@$Nonce $($text.Length) $($Piece.Name)")
    for ($at = 0; $at -lt $text.Length; $at += 4096) {
        [Console]::Out.WriteLine($text.Substring($at, [System.Math]::Min(4096, $text.Length - $at)))
    }
    [Console]::Out.WriteLine("@@$Nonce end")
    [Console]::Out.Flush()
}

function Invoke-IntegrationDoctor {
    param([string] $Request)
    $asked = ConvertFrom-IntegrationDoctorRequest $Request
    Read-IntegrationDoctor $asked | ForEach-Object { Write-IntegrationDoctorEnvelope $_ $asked.nonce $asked.ascii }
}
