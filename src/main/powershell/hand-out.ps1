function Save-IntegrationDoctorCapture {
    param([int] $Days = 14, [string] $Folder = $PWD.ProviderPath)
    # Reads this host and writes one file. The file is ASCII, so that every code page leaves it as it is.
    $text = Get-IntegrationDoctorText
    foreach ($line in $text.title, $text.reads, $text.changesNothing) { Write-Host $line }
    $request = @{ ascii = $true; vmId = ''; classTimeoutSeconds = 30; kvpTimeoutSeconds = 60; eventsTimeoutSeconds = 60
        eventsMilliseconds = [long] $Days * 86400000; eventsMost = 2000 }
    $hostClasses = 'Win32_OperatingSystem', 'Win32_ComputerSystem', 'StdRegProv'
    $hostRows = @()
    $classes = @()
    $events = @()
    $problems = @()
    $timings = @()
    $start = $null
    $access = 'null'
    Read-IntegrationDoctor $request | ForEach-Object {
        $piece = $_
        if ($piece.Name -eq 'start') { $start = $piece }
        if ($piece.Name -eq 'access') { $access = $piece.Access }
        if ($piece.Namespace) {
            Write-Host ('  {0}: {1} ms' -f $piece.Name, $piece.Milliseconds)
            $name = '"' + $piece.Name + '":'
            $timings += $name + $piece.Milliseconds
            if ($piece.Problem -ne 'null') { $problems += $piece.Problem }
            if ($piece.Namespace -eq 'eventlog') {
                if ($piece.Rows) { $events += $piece.Rows }
            } elseif ($hostClasses -contains $piece.Name) {
                if ($piece.Count -eq 1) { $hostRows += $name + $piece.Rows }
            } elseif ($piece.Rows -or $piece.Problem -eq 'null') {
                $classes += $name + '[' + $piece.Rows + ']'
            }
        }
    }
    # A line break between two members of JSON means nothing, and keeps the lines apart.
    $json = @('{"schema":"integration-doctor/capture@1","collectedAt":"' + $start.CollectedAt + '",'
        '"complete":true,"stopped":null,"collector":' + $start.Collector + ','
        '"target":' + $start.Target.TrimEnd('}') + ',"via":"file"},'
        '"asked":' + $start.Asked + ','
        '"host":{' + ($hostRows -join ',') + '},'
        '"access":' + $access + ','
        '"problems":[' + ($problems -join ',') + '],'
        '"timings":{' + ($timings -join ',') + '},'
        '"classes":{') + @($classes -join ",`n") + @('},"events":[') + @($events -join ",`n") + @('],"pasted":null,"sha256":null}')
    $stem = 'host'
    if ("$env:COMPUTERNAME" -match '\A[\w.-]+\z') { $stem = $env:COMPUTERNAME }
    $stem = $stem + '_' + $start.CollectedAt.Substring(0, 16).Replace('T', '_').Replace(':', '')
    $path = Join-Path $Folder "$stem.hvcapture"
    for ($number = 2; Test-Path -LiteralPath $path; $number++) { $path = Join-Path $Folder "$stem ($number).hvcapture" }
    try {
        Set-Content -LiteralPath $path -Value $json -Encoding Ascii -ErrorAction Stop
    } catch {
        Write-Host ($text.notWritten -f $Folder, "$($_.Exception.Message)".Trim())
        return
    }
    if ($access -notmatch '"hostRowSeen":true') { Write-Host $text.noRights }
    Write-Host ($text.saved -f $path)
    Write-Host $text.send
}

Save-IntegrationDoctorCapture
