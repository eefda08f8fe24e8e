import { reportContent } from '../../core/report/content'
import { inertJson } from '../../core/report/json-text'
import { markdown } from '../../core/report/markdown'
import { checkmkLines } from '../../core/report/monitors/checkmk'
import { junitXml } from '../../core/report/monitors/junit'
import { type Monitored, monitored, type Thresholds } from '../../core/report/monitors/monitored'
import { nagiosLine } from '../../core/report/monitors/nagios'
import { prtgJson } from '../../core/report/monitors/prtg'
import { zabbixJson } from '../../core/report/monitors/zabbix'
import { plainText } from '../../core/report/plain-text'
import type { ReportSource } from '../../core/report/source'
import { serviceTable, vmTable } from '../../core/report/tables'
import { ticketTable } from '../../core/report/tickets'
import type { TicketPreset } from '../../core/model/report-file'
import { sealDiagnosis } from '../integrity/seal-diagnosis'
import { csvText, nameUuid } from './csv'
import { reportHtml, type ReportOptions } from './report-html'
import { contentOptions } from './report-time'

/** The shapes a report can be written in, beside the table for a terminal; each with the extension of its file. */
export const SHAPES = {
  json: 'json',
  html: 'html',
  csv: 'csv',
  'csv-services': 'csv',
  'csv-tickets': 'csv',
  markdown: 'md',
  text: 'txt',
  nagios: 'txt',
  checkmk: 'txt',
  prtg: 'json',
  zabbix: 'json',
  junit: 'xml',
} as const
export type Shape = keyof typeof SHAPES
export const SHAPE_NAMES = Object.keys(SHAPES) as readonly Shape[]

/** What a shape needs to know beside the report's own options. */
export interface ShapeOptions extends ReportOptions {
  readonly preset: TicketPreset
  readonly thresholds: Thresholds
}

type Sources = readonly [ReportSource, ...ReportSource[]]

/** A check as monitors see it. */
export function monitoredOf(sources: Sources, options: ShapeOptions): Monitored {
  return monitored(reportContent(sources, contentOptions(options)), options.thresholds)
}

/** A report over one or several sources in a shape. JSON is one object per line, everything else one whole. */
export function shapeText(shape: Shape, sources: Sources, options: ShapeOptions): string {
  if (shape === 'json') return sources.map(({ diagnosis }) => `${inertJson(sealDiagnosis(diagnosis))}\n`).join('')
  if (shape === 'html') return reportHtml(sources, options)
  const content = reportContent(sources, contentOptions(options))
  switch (shape) {
    case 'csv':
      return csvText(vmTable(content))
    case 'csv-services':
      return csvText(serviceTable(content))
    case 'csv-tickets':
      return csvText(ticketTable(content, options.preset, nameUuid))
    case 'markdown':
      return markdown(content)
    case 'text':
      return `${plainText(content)}\n`
    case 'nagios':
      return nagiosLine(monitored(content, options.thresholds))
    case 'checkmk':
      return checkmkLines(monitored(content, options.thresholds))
    case 'prtg':
      return prtgJson(monitored(content, options.thresholds))
    case 'zabbix':
      return zabbixJson(monitored(content, options.thresholds))
    case 'junit':
      return junitXml(monitored(content, options.thresholds))
  }
}
