# Reads another computer with the collector: through PowerShell remoting, where the collector runs over there, or over a
# CIM session (WSMan or DCOM), where it runs here. It only reads, there as here.
#
# Get-IntegrationDoctorCollector is put before this text: the collector as one block to send.

function Read-IntegrationDoctorCluster {
    param([object] $Request)
    # Nodes and owners in three queries, whatever the number of virtual machines. What is embedded (the id of a virtual
    # machine) is taken out here: it does not survive the way back.
    $queries = @(@{ ClassName = 'MSCluster_Cluster'; Properties = @('Name') }
        @{ ClassName = 'MSCluster_Node'; Properties = 'Name', 'State' }
        @{ ClassName = 'MSCluster_Resource'; Filter = "Type='Virtual Machine'"
            Properties = 'Name', 'Type', 'OwnerNode', 'PrivateProperties' })
    foreach ($query in $queries) {
        $query.Namespace = 'root\MSCluster'
        $begun = [datetime]::UtcNow
        $answer = Read-IntegrationDoctorClass $query ([uint32] $Request.classTimeoutSeconds) $Request.cimSession
        $rows = $answer.Rows
        $names = $query.Properties
        if ($query.ClassName -eq 'MSCluster_Resource') {
            $names = 'Name', 'OwnerNode', 'VmId'
            $rows = @(foreach ($row in $answer.Rows) { @{ Name = $row.Name; OwnerNode = $row.OwnerNode; VmId = "$($row.PrivateProperties.VmID)" } })
        }
        $failure = 'null'
        if ($answer.Problem) { $failure = ConvertTo-IntegrationDoctorJson $answer.Problem 'class', 'code', 'message' $Request.ascii }
        @{ Name = $query.ClassName; Namespace = $query.Namespace; Milliseconds = [int64] ([datetime]::UtcNow - $begun).TotalMilliseconds
            Problem = $failure; Count = $rows.Count; Rows = ConvertTo-IntegrationDoctorJson $rows $names $Request.ascii }
    }
    @{ Name = 'finish' }
}

function Get-IntegrationDoctorCredential {
    param([object] $Target)
    # Full language only. The password comes over a pipe that answers once, to whoever proves to have been sent by the
    # program: it is in no statement, argument or variable of text, so that no log of PowerShell can hold it.
    $password = New-Object System.Security.SecureString
    $pipe = New-Object System.IO.Pipes.NamedPipeClientStream('.', [string] $Target.pipe, [System.IO.Pipes.PipeDirection]::InOut)
    try {
        $pipe.Connect(10000)
        $proof = [System.Text.Encoding]::ASCII.GetBytes([string] $Target.proof)
        $pipe.Write($proof, 0, $proof.Length)
        $pipe.Flush()
        $reader = New-Object System.IO.StreamReader($pipe, [System.Text.Encoding]::UTF8)
        for ($sign = $reader.Read(); $sign -ge 0; $sign = $reader.Read()) { $password.AppendChar([char] $sign) }
    } finally {
        $pipe.Dispose()
    }
    New-Object System.Management.Automation.PSCredential([string] $Target.userName, $password)
}

function ConvertTo-IntegrationDoctorRefusal {
    param([object] $Failure)
    # Remoting has names of its own for some errors and keeps the number beside them; small ones are Win32 errors.
    if ($Failure.ErrorRecord) { $Failure = $Failure.ErrorRecord }
    $problem = ConvertTo-IntegrationDoctorProblem $Failure
    if ($Failure.Exception -is [System.Management.Automation.Remoting.PSRemotingTransportException]) {
        $number = [int] $Failure.Exception.ErrorCode
        if ($number -gt 0) { $problem.code = '0x8007{0:X4}' -f $number }
        if ($number -lt 0) { $problem.code = '0x{0:X8}' -f $number }
    }
    $problem.class = $null
    $problem
}

function Invoke-RemoteIntegrationDoctor {
    param([string] $Request)
    # The target is data like the rest of the request: computerName, transport, what ('host' or 'cluster'), and for
    # another account userName, pipe and proof.
    $asked = ConvertFrom-IntegrationDoctorRequest $Request
    $target = $asked.target
    $asked.target = $null
    $failures = @()
    $isFinished = $false
    $session = $null
    try {
        $connection = @{ ComputerName = [string] $target.computerName }
        if ($target.pipe) { $connection.Credential = Get-IntegrationDoctorCredential $target }
        if ($target.transport -eq 'remoting') {
            # Without a profile nothing is left behind on the other computer.
            $connection.SessionOption = New-PSSessionOption -NoMachineProfile -OpenTimeout ([int] $target.openMilliseconds)
            Invoke-Command @connection -ScriptBlock (Get-IntegrationDoctorCollector) -ArgumentList $asked, ([string] $target.what) -ErrorAction SilentlyContinue -ErrorVariable failures |
                Where-Object { $_ -is [hashtable] -and $_.Name } | ForEach-Object {
                    if ($_.Name -eq 'finish') { $isFinished = $true }
                    Write-IntegrationDoctorEnvelope $_ $asked.nonce $asked.ascii
                }
        } else {
            $protocol = 'Wsman'
            if ($target.transport -eq 'cim-dcom') { $protocol = 'Dcom' }
            $session = New-CimSession @connection -SessionOption (New-CimSessionOption -Protocol $protocol) -OperationTimeoutSec 30 -ErrorAction Stop
            $asked.cimSession = $session
            if ($target.what -eq 'cluster') {
                Read-IntegrationDoctorCluster $asked | ForEach-Object { Write-IntegrationDoctorEnvelope $_ $asked.nonce $asked.ascii }
            } else {
                Read-IntegrationDoctor $asked | ForEach-Object { Write-IntegrationDoctorEnvelope $_ $asked.nonce $asked.ascii }
            }
            $isFinished = $true
        }
    } catch {
        $failures = @($_)
    } finally {
        if ($session) { Remove-CimSession -CimSession $session }
    }
    if (-not $isFinished -and $failures.Count -gt 0) {
        $problem = ConvertTo-IntegrationDoctorJson (ConvertTo-IntegrationDoctorRefusal $failures[0]) 'class', 'code', 'message' $asked.ascii
        Write-IntegrationDoctorEnvelope @{ Name = 'connection'; Problem = $problem } $asked.nonce $asked.ascii
    }
}
