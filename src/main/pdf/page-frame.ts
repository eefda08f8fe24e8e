import { say } from '../../core/i18n/translate'
import type { Language } from '../../core/model/text'
import { html, trusted } from '../../core/report/html'

/** Millimetres around the text; the page's number needs some of the lower ones. */
export const MARGINS_MM = { top: 15, right: 15, bottom: 18, left: 15 } as const

const LINE = `width:100%;margin:0 15mm;display:flex;justify-content:space-between;gap:8mm;font-family:'Segoe UI','Malgun Gothic',NanumGothic,sans-serif;font-size:7.5pt;color:#525252`

/** What stands at the foot of every page: the report's own line, and which page of how many. Chromium fills in the numbers. */
export function pageFoot(line: string, language: Language): string {
  const [before = '', between = '', after = ''] = say(language, 'files.pdf.page', { page: '\n', pages: '\n' }).split(
    '\n',
  )
  return html`<div style="${trusted(LINE)}">
    <span style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${line}</span
    ><span style="white-space:nowrap"
      >${before}<span class="pageNumber"></span>${between}<span class="totalPages"></span>${after}</span
    >
  </div>`.toString()
}

/** Rules for paper that no browser needs: Chromium's own numbers would stand twice. */
export const PAPER_RULES = `@page{@bottom-right{content:none}@bottom-left{content:none}@bottom-center{content:none}}
thead{display:table-header-group}tr{break-inside:avoid}`
