/** What can be copied for a ticket: what the caller may read, what the team reads, or the whole as Markdown. */
export const TICKET_PARTS = ['public', 'internal', 'markdown'] as const
export type TicketPart = (typeof TICKET_PARTS)[number]
