@{
    RootModule = 'fake-hyperv.psm1'
    ModuleVersion = '1.0.0'
    GUID = '6b0f1f0e-6c3c-4f0a-9a55-7a9f0b7a5d21'
    Description = 'Stands in for a Hyper-V host in tests.'
    PowerShellVersion = '5.1'
    FunctionsToExport = 'Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand',
        'Microsoft.Management.Infrastructure.CimCmdlets.InvokeCimMethodCommand',
        'Microsoft.PowerShell.Commands.GetWinEventCommand', 'Skip-Check',
        'Microsoft.PowerShell.Commands.InvokeCommandCommand',
        'Microsoft.PowerShell.Commands.NewPSSessionOptionCommand',
        'Microsoft.Management.Infrastructure.CimCmdlets.NewCimSessionCommand',
        'Microsoft.Management.Infrastructure.CimCmdlets.NewCimSessionOptionCommand',
        'Microsoft.Management.Infrastructure.CimCmdlets.RemoveCimSessionCommand'
    AliasesToExport = 'Get-CimInstance', 'Invoke-CimMethod', 'Get-WinEvent', 'Invoke-IntegrationDoctor', 'Invoke-Command',
        'New-PSSessionOption', 'New-CimSession',
        'New-CimSessionOption', 'Remove-CimSession'
    CmdletsToExport = @()
    VariablesToExport = @()
}
