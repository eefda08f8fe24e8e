import enArticle from './en/article.json'
import enCapture from './en/capture.json'
import enCli from './en/cli.json'
import enCollector from './en/collector.json'
import enFinding from './en/finding.json'
import enMeaning from './en/meaning.json'
import enMonitor from './en/monitor.json'
import enNote from './en/note.json'
import enProblem from './en/problem.json'
import enQuestion from './en/question.json'
import enReport from './en/report.json'
import enStep from './en/step.json'
import enSupport from './en/support.json'
import enSymptom from './en/symptom.json'
import koArticle from './ko/article.json'
import koCapture from './ko/capture.json'
import koCli from './ko/cli.json'
import koCollector from './ko/collector.json'
import koFinding from './ko/finding.json'
import koMeaning from './ko/meaning.json'
import koMonitor from './ko/monitor.json'
import koNote from './ko/note.json'
import koProblem from './ko/problem.json'
import koQuestion from './ko/question.json'
import koReport from './ko/report.json'
import koStep from './ko/step.json'
import koSupport from './ko/support.json'
import koSymptom from './ko/symptom.json'
import { messagesOf, type Leaves } from './text-tree'
import { windowEnglish, windowKorean } from './window-texts'

const en = {
  ...windowEnglish,
  article: enArticle,
  capture: enCapture,
  cli: enCli,
  collector: enCollector,
  finding: enFinding,
  meaning: enMeaning,
  monitor: enMonitor,
  note: enNote,
  problem: enProblem,
  question: enQuestion,
  report: enReport,
  step: enStep,
  support: enSupport,
  symptom: enSymptom,
}

/** Assigning Korean to the type of English makes a missing Korean text a compile error. */
const ko: typeof en = {
  ...windowKorean,
  article: koArticle,
  capture: koCapture,
  cli: koCli,
  collector: koCollector,
  finding: koFinding,
  meaning: koMeaning,
  monitor: koMonitor,
  note: koNote,
  problem: koProblem,
  question: koQuestion,
  report: koReport,
  step: koStep,
  support: koSupport,
  symptom: koSymptom,
}

/** Every text by its path, for example `finding.service-ok.title`. */
export type TextKey = Leaves<typeof en>

/** All texts of both languages by path. */
export const MESSAGES = messagesOf(en, ko)
