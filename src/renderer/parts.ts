import { onDemand } from './on-demand'
import type { Notice } from './state/desk'

// Whatever the start screen does not show. The window is drawn before any of it is fetched.

export const SourceScreen = onDemand(async () => (await import('./screens/source-screen')).SourceScreen)
export const ArrivingMachines = onDemand(async () => (await import('./components/arriving-machines')).ArrivingMachines)
export const SourcePicker = onDemand(async () => (await import('./components/source-picker')).SourcePicker)
export const SaveButton = onDemand(async () => (await import('./components/save-button')).SaveButton)
export const GuideScreen = onDemand(async () => (await import('./screens/guide-screen')).GuideScreen)
export const Dialogs = onDemand(async () => (await import('./components/dialogs')).Dialogs)
export const Toasts = onDemand(async () => (await import('./components/toasts')).Toasts)
export const HistoryScreen = onDemand(async () => (await import('./screens/history-screen')).HistoryScreen)
export const CompareScreen = onDemand(async () => (await import('./screens/compare-screen')).CompareScreen)
export const RollUpScreen = onDemand(async () => (await import('./screens/roll-up-screen')).RollUpScreen)

/** In the order in which a person can get to them. */
const PARTS = [
  Toasts,
  ArrivingMachines,
  SourceScreen,
  SourcePicker,
  SaveButton,
  Dialogs,
  GuideScreen,
  HistoryScreen,
  CompareScreen,
  RollUpScreen,
] as const

/** Shows a message beside the work, as soon as it can. */
export async function showNotice(notice: Notice): Promise<void> {
  await Toasts.fetch()
  const toasts = await import('./components/toasts')
  toasts.showNotice(notice)
}

/** Nobody has read the first picture by then; whoever is faster fetches the part that is needed. */
const FIRST_PICTURE_MS = 1000

const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve()))

/** Fetches all parts, one after the other, when the window has been seen and has nothing else to do. */
export async function fetchParts(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, FIRST_PICTURE_MS))
  for (const part of PARTS) {
    await idle()
    await part.fetch()
  }
}
