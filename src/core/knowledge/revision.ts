/** Day on which the knowledge files were last checked against their sources, ISO 8601. */
export const KNOWLEDGE_DATE = '2026-11-23'
