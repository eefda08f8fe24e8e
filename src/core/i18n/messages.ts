import enAccepted from './en/accepted.json'
import enFind from './en/find.json'
import enArticle from './en/article.json'
import enCapture from './en/capture.json'
import enCli from './en/cli.json'
import enCompare from './en/compare.json'
import enFiles from './en/files.json'
import enExplain from './en/explain.json'
import enCollector from './en/collector.json'
import enFinding from './en/finding.json'
import enGuide from './en/guide.json'
import enHistory from './en/history.json'
import enMenu from './en/menu.json'
import enMonitor from './en/monitor.json'
import enNote from './en/note.json'
import enOverview from './en/overview.json'
import enPasted from './en/pasted.json'
import enPractice from './en/practice.json'
import enProblem from './en/problem.json'
import enQuestion from './en/question.json'
import enRemote from './en/remote.json'
import enReport from './en/report.json'
import enRollup from './en/rollup.json'
import enSettings from './en/settings.json'
import enShape from './en/shape.json'
import enStep from './en/step.json'
import enSupport from './en/support.json'
import enSymptom from './en/symptom.json'
import enTerm from './en/term.json'
import enUi from './en/ui.json'
import enUnderstood from './en/understood.json'
import enVerdict from './en/verdict.json'
import koAccepted from './ko/accepted.json'
import koFind from './ko/find.json'
import enWorksheet from './en/worksheet.json'
import koArticle from './ko/article.json'
import koCapture from './ko/capture.json'
import koCli from './ko/cli.json'
import koCompare from './ko/compare.json'
import koFiles from './ko/files.json'
import koExplain from './ko/explain.json'
import koCollector from './ko/collector.json'
import koFinding from './ko/finding.json'
import koGuide from './ko/guide.json'
import koHistory from './ko/history.json'
import koMenu from './ko/menu.json'
import koMonitor from './ko/monitor.json'
import koNote from './ko/note.json'
import koOverview from './ko/overview.json'
import koPasted from './ko/pasted.json'
import koPractice from './ko/practice.json'
import koProblem from './ko/problem.json'
import koQuestion from './ko/question.json'
import koRemote from './ko/remote.json'
import koReport from './ko/report.json'
import koRollup from './ko/rollup.json'
import koSettings from './ko/settings.json'
import koShape from './ko/shape.json'
import koStep from './ko/step.json'
import koSupport from './ko/support.json'
import koSymptom from './ko/symptom.json'
import koTerm from './ko/term.json'
import koUi from './ko/ui.json'
import koUnderstood from './ko/understood.json'
import koVerdict from './ko/verdict.json'
import koWorksheet from './ko/worksheet.json'
import type { Language } from '../model/text'

const en = {
  accepted: enAccepted,
  find: enFind,
  article: enArticle,
  capture: enCapture,
  cli: enCli,
  compare: enCompare,
  files: enFiles,
  explain: enExplain,
  collector: enCollector,
  finding: enFinding,
  guide: enGuide,
  history: enHistory,
  menu: enMenu,
  monitor: enMonitor,
  note: enNote,
  overview: enOverview,
  pasted: enPasted,
  practice: enPractice,
  problem: enProblem,
  question: enQuestion,
  remote: enRemote,
  report: enReport,
  rollup: enRollup,
  settings: enSettings,
  shape: enShape,
  step: enStep,
  support: enSupport,
  symptom: enSymptom,
  term: enTerm,
  ui: enUi,
  understood: enUnderstood,
  verdict: enVerdict,
  worksheet: enWorksheet,
}

/** Both languages. Assigning Korean to the type of English makes a missing Korean text a compile error. */
const ko: typeof en = {
  accepted: koAccepted,
  find: koFind,
  article: koArticle,
  capture: koCapture,
  cli: koCli,
  compare: koCompare,
  files: koFiles,
  explain: koExplain,
  collector: koCollector,
  finding: koFinding,
  guide: koGuide,
  history: koHistory,
  menu: koMenu,
  monitor: koMonitor,
  note: koNote,
  overview: koOverview,
  pasted: koPasted,
  practice: koPractice,
  problem: koProblem,
  question: koQuestion,
  remote: koRemote,
  report: koReport,
  rollup: koRollup,
  settings: koSettings,
  shape: koShape,
  step: koStep,
  support: koSupport,
  symptom: koSymptom,
  term: koTerm,
  ui: koUi,
  understood: koUnderstood,
  verdict: koVerdict,
  worksheet: koWorksheet,
}

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${K}` : Leaves<T[K], `${Path}${K}.`>
}[keyof T & string]

/** Every text by its path, for example `finding.service-ok.title`. */
export type TextKey = Leaves<typeof en>

function flatten(node: object, path: string, into: Map<string, string>): Map<string, string> {
  for (const [name, value] of Object.entries(node) as [string, unknown][]) {
    if (typeof value === 'string') into.set(path + name, value)
    else if (typeof value === 'object' && value !== null) flatten(value, `${path}${name}.`, into)
  }
  return into
}

let flatEnglish: ReadonlyMap<string, string> | undefined
let flatKorean: ReadonlyMap<string, string> | undefined

/** All texts of both languages by path, as ICU messages. A language is gone through when it is first spoken. */
export const MESSAGES: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  get en() {
    return (flatEnglish ??= flatten(en, '', new Map<string, string>()))
  },
  get ko() {
    return (flatKorean ??= flatten(ko, '', new Map<string, string>()))
  },
}
