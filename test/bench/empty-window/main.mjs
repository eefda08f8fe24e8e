// The least that an Electron app can show: what the product's start is measured against.
import { app, BrowserWindow } from 'electron'

// Not a top-level await: Electron is ready only after this module has been evaluated.
void app
  .whenReady()
  .then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<html data-ready="true">'))
app.on('window-all-closed', () => app.quit())
