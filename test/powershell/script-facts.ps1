# Says what a script is made of, as the engine's own parser sees it: one fact a line, kind, tab, value.

function Get-ScriptFact {
    param([string] $Path)
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
    foreach ($problem in $errors) { "error`t$($problem.Extent.StartLineNumber): $($problem.Message)" }
    foreach ($statement in $tree.EndBlock.Statements) {
        "statement`t$($statement.Extent.StartLineNumber)-$($statement.Extent.EndLineNumber)"
    }
    # Operators of PowerShell 7 by name: this file itself has to parse in 5.1, which does not know them.
    foreach ($token in $tokens) {
        if ('QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr' -contains [string] $token.Kind) {
            "newer`t$($token.Extent.StartLineNumber): $($token.Text)"
        }
    }
    foreach ($node in $tree.FindAll({ $true }, $true)) {
        switch ($node.GetType().Name) {
            'FunctionDefinitionAst' { "function`t$($node.Name)" }
            'CommandAst' {
                $name = $node.GetCommandName()
                if ([string] $node.InvocationOperator -ne 'Unknown') { $name = "$($node.InvocationOperator) $name" }
                "command`t$name"
                foreach ($element in $node.CommandElements) {
                    if ($element.GetType().Name -eq 'CommandParameterAst') { "parameter`t$name -$($element.ParameterName)" }
                }
                if ($name -eq 'New-Object') { "type`t$($node.CommandElements[1].Extent.Text)" }
            }
            'InvokeMemberExpressionAst' {
                if ($node.Static) { "call`t$($node.Expression.Extent.Text)::$($node.Member.Extent.Text)" } else { "call`t.$($node.Member.Extent.Text)" }
            }
            'TypeExpressionAst' { "type`t$($node.TypeName.FullName)" }
            'TypeConstraintAst' { "type`t$($node.TypeName.FullName)" }
            'FileRedirectionAst' { "redirection`t$($node.Extent.Text)" }
            'TernaryExpressionAst' { "newer`t$($node.Extent.StartLineNumber): $($node.Extent.Text)" }
            'UsingStatementAst' { "newer`t$($node.Extent.StartLineNumber): $($node.Extent.Text)" }
            'TypeDefinitionAst' { "newer`t$($node.Extent.StartLineNumber): $($node.Name)" }
            'VariableExpressionAst' {
                if ($node.VariablePath.IsGlobal -or $node.VariablePath.IsScript -or $node.VariablePath.UserPath -like '*Preference') {
                    "outside`t$($node.VariablePath.UserPath)"
                }
            }
        }
    }
}
