# Integration Doctor for Hyper-V: reads the integration services of every virtual machine on this host.
#
# It only reads: one Get-CimInstance per class, whatever the number of virtual machines, and it judges nothing.
# A class that cannot be read does not stop the others. Results go to standard output as numbered envelopes.
#
# Runs in Windows PowerShell 5.1 and PowerShell 7. The text is sent to a session over standard input, where a
# statement that spans lines runs at the first blank line: so there is no blank line inside a statement, one after
# each, and nothing but ASCII, because the console code page is not known.
# Usage: Invoke-IntegrationDoctor -Request BASE64, the UTF-8 JSON of { nonce, classTimeoutSeconds, kvpTimeoutSeconds }.

function Get-IntegrationDoctorQuery {
    # Data exchange comes last: it is the largest answer, and the slowest on a busy host.
    $cim = 'root\cimv2'
    $v2 = 'root\virtualization\v2'
    $services = 'Heartbeat', 'Shutdown', 'TimeSync', 'Vss', 'GuestServiceInterface', 'KvpExchange'
    $status = 'SystemName', 'DeviceID', 'EnabledState', 'OperationalStatus', 'StatusDescriptions'
    @{ Namespace = $cim; ClassName = 'Win32_OperatingSystem'
        Properties = 'Caption', 'Version', 'BuildNumber', 'OSLanguage', 'ProductType', 'LastBootUpTime' }
    @{ Namespace = $cim; ClassName = 'Win32_ComputerSystem'
        Properties = 'Name', 'Domain', 'DomainRole', 'HypervisorPresent' }
    @{ Namespace = $v2; ClassName = 'Msvm_ComputerSystem'
        Properties = 'Name', 'ElementName', 'EnabledState', 'OtherEnabledState', 'RequestedState', 'HealthState',
            'OperationalStatus', 'StatusDescriptions', 'OnTimeInMilliseconds', 'ProcessID', 'EnhancedSessionModeState',
            'ReplicationState', 'ReplicationHealth', 'ReplicationMode', 'InstallDate', 'TimeOfLastStateChange',
            'TimeOfLastConfigurationChange' }
    @{ Namespace = $v2; ClassName = 'Msvm_VirtualSystemSettingData'
        Filter = "VirtualSystemType='Microsoft:Hyper-V:System:Realized'"
        Properties = 'InstanceID', 'VirtualSystemIdentifier', 'VirtualSystemType', 'VirtualSystemSubType', 'Version',
            'ElementName', 'Notes', 'CreationTime', 'IsSaved', 'AutomaticStartupAction', 'ConfigurationDataRoot',
            'EnhancedSessionTransportType' }
    foreach ($service in $services) {
        @{ Namespace = $v2; ClassName = "Msvm_${service}ComponentSettingData"; Properties = 'InstanceID', 'EnabledState' }
    }
    foreach ($service in $services) {
        $query = @{ Namespace = $v2; ClassName = "Msvm_${service}Component"; Properties = $status }
        if ($service -eq 'KvpExchange') {
            $query.Properties = $status + 'GuestIntrinsicExchangeItems' + 'GuestExchangeItems'
            $query.IsSlow = $true
        }
        $query
    }
}

function ConvertTo-IntegrationDoctorString {
    param([string] $Text)
    # Line breaks and quotes are everywhere in data exchange items, so they are replaced as a whole. What is left is
    # rare: other control characters, and halves of surrogate pairs, which UTF-8 cannot carry.
    if ($Text -match '["\\\x00-\x1F\uD800-\uDFFF]') {
        $Text = $Text.Replace('\', '\\').Replace('"', '\"').Replace("`n", '\n').Replace("`r", '\r').Replace("`t", '\t')
        $rare = '[\x00-\x1F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]'
        if ($Text -match $rare) {
            $Text = [regex]::Replace($Text, $rare, { param($found) '\u{0:x4}' -f [int][char] $found.Value })
        }
    }
    '"' + $Text + '"'
}

function ConvertTo-IntegrationDoctorJson {
    param([object] $Rows, [string[]] $Names)
    # ConvertTo-Json differs between 5.1 and 7 in depth, dates and lists of one. Here a list stays a list, null stays
    # null, and a property that the class does not have is left out. The result is the objects with commas between.
    $text = New-Object System.Text.StringBuilder
    $invariant = [System.Globalization.CultureInfo]::InvariantCulture
    $betweenRows = ''
    foreach ($row in $Rows) {
        [void] $text.Append($betweenRows).Append('{')
        $betweenRows = ','
        $betweenProperties = ''
        foreach ($name in $Names) {
            $property = $row.PSObject.Properties[$name]
            if ($null -eq $property) { continue }
            [void] $text.Append($betweenProperties).Append('"').Append($name).Append('":')
            $betweenProperties = ','
            $value = $property.Value
            if ($value -is [array]) {
                $items = $value
                [void] $text.Append('[')
            } else {
                $items = @(, $value)
            }
            $betweenItems = ''
            foreach ($item in $items) {
                [void] $text.Append($betweenItems)
                $betweenItems = ','
                if ($null -eq $item) {
                    [void] $text.Append('null')
                } elseif ($item -is [string]) {
                    [void] $text.Append((ConvertTo-IntegrationDoctorString $item))
                } elseif ($item -is [bool]) {
                    [void] $text.Append($item.ToString().ToLowerInvariant())
                } elseif ($item -is [datetime]) {
                    $time = $item.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.FFFFFFF', $invariant)
                    [void] $text.Append('"').Append($time).Append('Z"')
                } elseif ($item -is [uint16] -or $item -is [uint32] -or $item -is [uint64] -or $item -is [byte] -or
                    $item -is [int16] -or $item -is [int] -or $item -is [long] -or $item -is [sbyte]) {
                    [void] $text.Append($item.ToString($invariant))
                } else {
                    [void] $text.Append((ConvertTo-IntegrationDoctorString ([System.Convert]::ToString($item, $invariant))))
                }
            }
            if ($value -is [array]) { [void] $text.Append(']') }
        }
        [void] $text.Append('}')
    }
    $text.ToString()
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
    [pscustomobject] @{ class = $ClassName; code = $code; message = $Failure.Exception.Message.Trim() }
}

function Read-IntegrationDoctorClass {
    param([hashtable] $Query, [uint32] $TimeoutSeconds)
    # Rows may come before an error, and both are kept. An older host refuses a query that names a property which its
    # class does not have (0x80041017, invalid query); it is then asked once more, for all that it has.
    $rows = New-Object System.Collections.ArrayList
    $arguments = @{ Namespace = $Query.Namespace; ClassName = $Query.ClassName; Property = $Query.Properties
        OperationTimeoutSec = $TimeoutSeconds; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
    if ($Query.Filter) { $arguments.Filter = $Query.Filter }
    foreach ($attempt in 1, 2) {
        $failures = @()
        try {
            Get-CimInstance @arguments | ForEach-Object { [void] $rows.Add($_) }
        } catch {
            $failures = @($_)
        }
        $problem = $null
        if ($failures.Count -gt 0) { $problem = ConvertTo-IntegrationDoctorProblem $failures[0] $Query.ClassName }
        if ($null -eq $problem -or $problem.code -ne '0x80041017' -or $rows.Count -gt 0) { break }
        $arguments.Remove('Property')
    }
    @{ Rows = $rows; Problem = $problem }
}

function Get-IntegrationDoctorAccess {
    param([object] $HostRowSeen, [object] $Namespace, [uint32] $TimeoutSeconds)
    # Groups holds only what is switched on in the token: an administrator who is not elevated does not show there.
    # The well-known ids are the same in every language. Null: could not be found out.
    $elevated = $null
    $administrators = $null
    try {
        $groups = @([System.Security.Principal.WindowsIdentity]::GetCurrent().Groups | ForEach-Object { $_.Value })
        $elevated = $groups -contains 'S-1-5-32-544'
        $administrators = $groups -contains 'S-1-5-32-578'
    } catch {
        $elevated = $null
    }
    # Only without the host's own row does it matter whether the management service runs.
    $service = $null
    if (-not $HostRowSeen) {
        $query = @{ Namespace = 'root\cimv2'; ClassName = 'Win32_Service'; Properties = @('State'); Filter = "Name='vmms'" }
        $answer = Read-IntegrationDoctorClass $query $TimeoutSeconds
        if ($answer.Rows.Count -gt 0) { $service = ([string] $answer.Rows[0].State).ToLowerInvariant() }
    }
    [pscustomobject] @{ elevated = $elevated; hyperVAdministrators = $administrators; namespace = $Namespace; vmms = $service
        hostRowSeen = $HostRowSeen; languageMode = [string] $ExecutionContext.SessionState.LanguageMode }
}

function Write-IntegrationDoctorEnvelope {
    param([string] $Nonce, [string] $Name, [string] $Json)
    # Compressed and in base64, neither the console code page nor the size matters. Each envelope is written at once,
    # so that what was read before a failure is not lost.
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($Json)
    $packed = New-Object System.IO.MemoryStream
    $zip = New-Object System.IO.Compression.GZipStream($packed, [System.IO.Compression.CompressionMode]::Compress)
    $zip.Write($bytes, 0, $bytes.Length)
    $zip.Dispose()
    $text = [System.Convert]::ToBase64String($packed.ToArray())
    [Console]::Out.WriteLine("@@$Nonce $($text.Length) $Name")
    for ($at = 0; $at -lt $text.Length; $at += 4096) {
        [Console]::Out.WriteLine($text.Substring($at, [System.Math]::Min(4096, $text.Length - $at)))
    }
    [Console]::Out.WriteLine("@@$Nonce end")
    [Console]::Out.Flush()
}

function Invoke-IntegrationDoctor {
    param([string] $Request)
    # The request is data: nothing in it is ever run or expanded.
    $asked = ConvertFrom-Json ([System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($Request)))
    $nonce = [string] $asked.nonce
    if ($nonce -notmatch '\A[A-Za-z0-9]{8,64}\z') { throw 'The request has no usable nonce.' }
    $queries = @(Get-IntegrationDoctorQuery)
    $now = [datetime]::UtcNow
    $edition = 'Desktop'
    if ($PSVersionTable.PSEdition) { $edition = [string] $PSVersionTable.PSEdition }
    $start = [pscustomobject] @{ name = 'collect.ps1'; version = '1.0.0'; psVersion = $PSVersionTable.PSVersion.ToString()
        psEdition = $edition; collectedAt = $now.AddTicks(-($now.Ticks % 10000000)); computerName = [Environment]::MachineName
        asked = @($queries | ForEach-Object { $_.ClassName }) }
    $collector = ConvertTo-IntegrationDoctorJson $start 'name', 'version', 'psVersion', 'psEdition'
    $target = ConvertTo-IntegrationDoctorJson $start 'computerName'
    $rest = (ConvertTo-IntegrationDoctorJson $start 'collectedAt', 'asked').Substring(1)
    Write-IntegrationDoctorEnvelope $nonce 'start' ('{"collector":' + $collector + ',"target":' + $target + ',' + $rest)
    $hostRowSeen = $null
    $namespace = $null
    foreach ($query in $queries) {
        $seconds = [uint32] $asked.classTimeoutSeconds
        if ($query.IsSlow) { $seconds = [uint32] $asked.kvpTimeoutSeconds }
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $answer = Read-IntegrationDoctorClass $query $seconds
        $read = [pscustomobject] @{ class = $query.ClassName; namespace = $query.Namespace; ms = $clock.ElapsedMilliseconds }
        $problem = $answer.Problem
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
        if ($problem) { $failure = ConvertTo-IntegrationDoctorJson $problem 'class', 'code', 'message' }
        $head = ConvertTo-IntegrationDoctorJson $read 'class', 'namespace', 'ms'
        $rows = ConvertTo-IntegrationDoctorJson $answer.Rows $query.Properties
        $json = $head.TrimEnd('}') + ',"problem":' + $failure + ',"rows":[' + $rows + ']}'
        Write-IntegrationDoctorEnvelope $nonce $query.ClassName $json
    }
    $access = Get-IntegrationDoctorAccess $hostRowSeen $namespace ([uint32] $asked.classTimeoutSeconds)
    $names = 'elevated', 'hyperVAdministrators', 'namespace', 'vmms', 'hostRowSeen', 'languageMode'
    Write-IntegrationDoctorEnvelope $nonce 'finish' ('{"access":' + (ConvertTo-IntegrationDoctorJson $access $names) + '}')
}
