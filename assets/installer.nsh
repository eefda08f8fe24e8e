# Part of the uninstaller that electron-builder makes (macro customUnInstall). Kept checks, settings, accepted findings and
# logs stand in the person's own application data; whether they go is the person's choice. An update, and an uninstall
# without windows (/S), keep them.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${if} $LANGUAGE == 1042
      StrCpy $R0 "보관된 점검, 설정, 수락한 결과, 로그도 삭제하시겠습니까?$\r$\n$\r$\n저장한 보고서와 캡처 파일은 그대로 둡니다."
    ${else}
      StrCpy $R0 "Delete the kept checks, settings, accepted findings and logs too?$\r$\n$\r$\nReports and captures that were saved stay."
    ${endIf}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$R0" /SD IDNO IDNO keepOwnData
    # The data is the person's own even where the program was installed for everybody.
    ${if} $installMode == "all"
      SetShellVarContext current
    ${endIf}
    RMDir /r "$APPDATA\${PRODUCT_NAME}"
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endIf}
    keepOwnData:
  ${endIf}
!macroend
