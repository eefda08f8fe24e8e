/** Day on which the knowledge files were last checked against their sources, ISO 8601. */
export const KNOWLEDGE_DATE = '2026-11-23'

/** Whether the knowledge was older than twelve months at the time of a reading (ISO 8601). The last day still counts. */
export function isKnowledgeOld(checkedAt: string): boolean {
  const lastDay = `${Number(KNOWLEDGE_DATE.slice(0, 4)) + 1}${KNOWLEDGE_DATE.slice(4)}`
  return checkedAt.slice(0, 10) > lastDay
}
