import type { Summary } from '../../core/model/diagnosis'
import { BY_SEVERITY } from '../../core/report/answer'

/** Colours by token: light paper, a dark screen where the reader's system is dark, the reader's own in contrast themes. */
const TOKENS = `
:root{color-scheme:light dark;--bg:#f5f5f5;--paper:#fff;--soft:#fafafa;--line:#e0e0e0;--line-strong:#c7c7c7;--text:#242424;
--text-2:#525252;--text-3:#6b6b6b;--link:#0f548c;--action-needed:#b3261e;--cannot-tell:#6b4fb3;--advice:#0f6cbd;
--safe-to-ignore:#4d6675;--healthy:#3d6b4a;--not-running:#6b6b6b}
@media screen and (prefers-color-scheme:dark){:root{--bg:#1a1a1a;--paper:#292929;--soft:#242424;--line:#3d3d3d;
--line-strong:#5c5c5c;--text:#fff;--text-2:#d6d6d6;--text-3:#adadad;--link:#8cc4f8;--action-needed:#ff9a8f;
--cannot-tell:#c8b5ff;--advice:#8cc4f8;--safe-to-ignore:#b4cad6;--healthy:#a5d3b3;--not-running:#adadad}}
`

const PAGE = `
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:14px/1.45 "Segoe UI Variable","Segoe UI","Malgun Gothic","Inter","Noto Sans CJK KR",NanumGothic,sans-serif;
word-break:keep-all;overflow-wrap:anywhere}
main{max-width:960px;margin:0 auto;background:var(--paper);padding:40px 56px 48px}
h1{font-size:24px;line-height:1.3;margin:20px 0 4px}
h2{font-size:16px;line-height:1.3;margin:32px 0 10px}
h3{font-size:14.5px;line-height:1.4;margin:0 0 4px;display:flex;flex-wrap:wrap;gap:2px 8px;align-items:center}
h4{font-size:13px;margin:16px 0 4px}
p{margin:0 0 6px}
a{color:var(--link)}
code,.raw{font-family:"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
code{background:var(--soft);border:1px solid var(--line);border-radius:3px;padding:0 4px;word-break:break-word}
.muted{color:var(--text-3);font-weight:400}
.code{white-space:nowrap}
.small{font-size:12px;line-height:1.4}
.sprite{position:absolute;width:0;height:0}
.i{flex:none;width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round;vertical-align:-3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 24px;border-bottom:2px solid var(--text);padding-bottom:10px}
.head b{font-weight:700}
.host+.host{margin-top:56px}
`

const PARTS = `
.v{font-weight:600;white-space:nowrap}.v .i{margin-right:2px}
.v-action-needed{color:var(--action-needed)}.v-cannot-tell{color:var(--cannot-tell)}.v-advice{color:var(--advice)}
.v-safe-to-ignore{color:var(--safe-to-ignore)}.v-healthy{color:var(--healthy)}.v-not-running{color:var(--not-running)}
.bar{display:flex;gap:2px;height:14px;margin:14px 0 8px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.bar i{display:block;min-width:4px}
.b-action-needed{background:var(--action-needed)}.b-cannot-tell{background:var(--cannot-tell)}.b-advice{background:var(--advice)}
.b-safe-to-ignore{background:repeating-linear-gradient(135deg,var(--safe-to-ignore) 0 4px,var(--paper) 4px 6px)}
.b-healthy{background:var(--healthy)}.b-not-running{box-shadow:inset 0 0 0 1px var(--text-3)}
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0}
.box{border:1px solid var(--line-strong);border-left-width:4px;border-radius:4px;padding:10px 16px 12px;margin-bottom:12px;break-inside:avoid-page}
.box.v-action-needed{border-left-color:var(--action-needed)}.box.v-cannot-tell{border-left-color:var(--cannot-tell)}
.box.v-advice{border-left-color:var(--advice)}.box{color:var(--text)}
.box ol,.box ul{margin:8px 0 0;padding-left:22px}
.box li,.finding li{margin-bottom:4px}
li code{display:block;width:fit-content;max-width:100%;margin:2px 0;padding:1px 6px}
.tell{background:var(--soft);border:1px solid var(--line);border-radius:4px;padding:12px 16px;margin:0}
.tell dt{font-weight:600}.tell dd{margin:0 0 8px}.tell dd:last-child{margin-bottom:0}
.glance{border:1px solid var(--line-strong);border-radius:4px;margin-top:20px;padding:4px 16px 8px}.glance h2{margin:8px 0 2px}
.glance>div{display:grid;grid-template-columns:minmax(9em,22%) 1fr;gap:0 16px;border-top:1px solid var(--line);padding:6px 0}
.glance h3{display:block;margin:0}.glance ul{list-style:none;margin:0;padding:0}.glance li{margin-bottom:3px}
.scroll{overflow-x:auto;position:relative}.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.line-number{white-space:nowrap}.pasted{white-space:pre-wrap}
pre.command{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);border:1px solid var(--line);border-radius:4px;padding:8px 10px;margin:0 0 10px;font:.86em/1.4 "Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}
thead th{color:var(--text-2);font-weight:600;border-bottom-color:var(--text)}
tbody th{font-weight:600;min-width:7em}td{min-width:2em}td:nth-child(2){min-width:6em}
td.mark,th.mark{text-align:center;white-space:nowrap}.fold td:nth-child(4){white-space:nowrap}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;margin:8px 0 0;padding:0;list-style:none}
details{border:1px solid var(--line);border-radius:4px;margin-bottom:6px;padding:0 16px}
details[open]{padding-bottom:14px}
summary{cursor:pointer;padding:5px 0}
summary h2,summary h3{display:inline;margin:0}
.fold{border:0;padding:0;margin:26px 0 0}.fold>summary{padding:0 0 8px}
.filter{border:1px solid var(--line);border-radius:4px;margin:0 0 10px;padding:4px 12px 6px;display:flex;flex-wrap:wrap;gap:2px 18px}
.filter label{white-space:nowrap}
.mark .i{vertical-align:-3px}
.facts{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:2px 16px;margin:0}
.facts dt{color:var(--text-2)}.facts dd{margin:0}
section+.facts{margin-top:12px}
.facts+.scroll{margin-top:10px}
.finding{border-top:1px solid var(--line);padding-top:8px;margin-top:10px}.finding h4{margin-top:2px}
div.finding .facts{grid-template-columns:minmax(120px,30%) 1fr}
.foot p{margin-top:10px}
.foot{margin-top:36px;border-top:1px solid var(--line-strong);padding-top:12px;color:var(--text-2)}
`

const MEDIA = `
@media (max-width:700px){main{padding:24px 20px}.glance>div{display:block}.facts,div.finding .facts{grid-template-columns:1fr}}
@media (forced-colors:active){.bar i{border:1px solid CanvasText;forced-color-adjust:none}.box{border-left-width:8px}.v{color:CanvasText}}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt "Segoe UI","Malgun Gothic",sans-serif;color:#525252}}
.on-paper{display:none}
@media print{.filter,.on-screen{display:none}.on-paper{display:inline}body{background:none;font-size:9pt;line-height:1.35}main{max-width:none;margin:0;padding:0}
h1{font-size:15pt;margin:10px 0 2px}h2{font-size:11pt;margin:14px 0 5px;break-after:avoid}h3{font-size:9.5pt}
h3,h4,summary,li:has(>code)>b{break-after:avoid}thead{display:table-header-group}tr,.box li{break-inside:avoid}.scroll{overflow:visible}
.box{padding:5px 10px 6px;margin-bottom:6px}.box ol,.box ul{margin-top:3px}.box li{margin-bottom:1px}.box h4{margin:5px 0 2px}
.glance{margin-top:8px;padding:1px 10px 3px;font-size:8pt;line-height:1.28}.glance h2{margin:4px 0 1px}.glance h3{font-size:8.5pt}.glance>div{padding:3px 0}.glance li{margin-bottom:1px}.glance h3{break-after:auto}
.tell{padding:6px 10px}.tell dd{margin-bottom:3px}p{margin-bottom:3px}th,td{padding:2px 5px}
details{break-inside:auto}details:not([open])>summary{break-after:auto}a[href^="http"]{color:inherit}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}.host+.host{break-before:page;margin-top:0}.counts .i,.v,.box{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.evidence,.knowledge,.worksheets pre{font-size:7pt;line-height:1.28}.evidence{columns:2;column-gap:7mm}.evidence>h2{column-span:all}
.evidence .small{font-size:inherit}.evidence h3,.evidence h4,.knowledge h3{font-size:7.5pt;margin:3px 0 1px}.evidence .i{width:9px;height:9px;vertical-align:-1px}
.evidence>details{border-width:1px 0 0;border-radius:0;padding:0 0 4px;margin:0}.evidence summary{padding:2px 0}summary{list-style:none}
.evidence .facts,.knowledge .facts{display:block}.evidence dt,.evidence dd,.knowledge dt,.knowledge dd{display:inline}.evidence dt::after,.knowledge dt::after{content:": "}
.evidence dd::after{content:" \\00b7  "}.evidence dd:last-child::after,.knowledge dd::after{content:""}.evidence .finding,.knowledge .finding{padding-top:2px;margin-top:3px}
.evidence th,.evidence td{padding:1px 3px 1px 0;min-width:0}.evidence td.raw{white-space:nowrap}.evidence thead th{overflow-wrap:normal}.evidence ol,.evidence ul{margin:1px 0;padding-left:14px}.evidence li{margin:0}
.evidence li code{display:inline;padding:0 2px}.evidence .muted.small{display:inline}}
`

/**
 * The style sheet of a report. The parts of each bar grow by their number of VMs; as rules and not as style attributes,
 * because the page's policy allows this one sheet, by its hash, and nothing else.
 */
export function styleSheet(summaries: readonly Summary[]): string {
  const bars = summaries.flatMap((summary, index) =>
    BY_SEVERITY.filter((verdict) => summary[verdict] > 0).map(
      (verdict) => `#bar-${index} .b-${verdict}{flex:${summary[verdict]}}`,
    ),
  )
  const filters = summaries.flatMap((summary, index) =>
    BY_SEVERITY.filter((verdict) => summary[verdict] > 0).map(
      (verdict) => `#all-${index}:has(#show-${index}-${verdict}:not(:checked)) .r-${verdict}{display:none}`,
    ),
  )
  return [TOKENS, PAGE, PARTS, [...bars, ...filters].join('\n'), MEDIA].join('').trim()
}
