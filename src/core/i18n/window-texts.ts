import enAccepted from './en/accepted.json'
import enCompare from './en/compare.json'
import enExplain from './en/explain.json'
import enFiles from './en/files.json'
import enFind from './en/find.json'
import enGuide from './en/guide.json'
import enHistory from './en/history.json'
import enMenu from './en/menu.json'
import enOverview from './en/overview.json'
import enPasted from './en/pasted.json'
import enPractice from './en/practice.json'
import enRemote from './en/remote.json'
import enRollup from './en/rollup.json'
import enSettings from './en/settings.json'
import enShape from './en/shape.json'
import enTerm from './en/term.json'
import enUi from './en/ui.json'
import enUnderstood from './en/understood.json'
import enVerdict from './en/verdict.json'
import enWorksheet from './en/worksheet.json'
import koAccepted from './ko/accepted.json'
import koCompare from './ko/compare.json'
import koExplain from './ko/explain.json'
import koFiles from './ko/files.json'
import koFind from './ko/find.json'
import koGuide from './ko/guide.json'
import koHistory from './ko/history.json'
import koMenu from './ko/menu.json'
import koOverview from './ko/overview.json'
import koPasted from './ko/pasted.json'
import koPractice from './ko/practice.json'
import koRemote from './ko/remote.json'
import koRollup from './ko/rollup.json'
import koSettings from './ko/settings.json'
import koShape from './ko/shape.json'
import koTerm from './ko/term.json'
import koUi from './ko/ui.json'
import koUnderstood from './ko/understood.json'
import koVerdict from './ko/verdict.json'
import koWorksheet from './ko/worksheet.json'
import { messagesOf, type Leaves } from './text-tree'

// What the window itself says. It fetches no other texts before its first picture, and main renders all that it judges.

/** The window's texts in English, as a tree. */
export const windowEnglish = {
  accepted: enAccepted,
  compare: enCompare,
  explain: enExplain,
  files: enFiles,
  find: enFind,
  guide: enGuide,
  history: enHistory,
  menu: enMenu,
  overview: enOverview,
  pasted: enPasted,
  practice: enPractice,
  remote: enRemote,
  rollup: enRollup,
  settings: enSettings,
  shape: enShape,
  term: enTerm,
  ui: enUi,
  understood: enUnderstood,
  verdict: enVerdict,
  worksheet: enWorksheet,
}

/** The same in Korean. Assigning it to the type of English makes a missing Korean text a compile error. */
export const windowKorean: typeof windowEnglish = {
  accepted: koAccepted,
  compare: koCompare,
  explain: koExplain,
  files: koFiles,
  find: koFind,
  guide: koGuide,
  history: koHistory,
  menu: koMenu,
  overview: koOverview,
  pasted: koPasted,
  practice: koPractice,
  remote: koRemote,
  rollup: koRollup,
  settings: koSettings,
  shape: koShape,
  term: koTerm,
  ui: koUi,
  understood: koUnderstood,
  verdict: koVerdict,
  worksheet: koWorksheet,
}

/** Every text of the window by its path, for example `ui.app.title`. */
export type WindowTextKey = Leaves<typeof windowEnglish>

/** The window's texts in both languages by path. */
export const WINDOW_MESSAGES = messagesOf(windowEnglish, windowKorean)
