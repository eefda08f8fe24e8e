import { ClipboardList, FileText, GraduationCap, Monitor, PhoneCall, Server } from 'lucide-react'
import type { SourceKind } from '../../core/ipc'

const ICONS = {
  local: Monitor,
  remote: Server,
  capture: FileText,
  pasted: ClipboardList,
  sample: GraduationCap,
  practice: PhoneCall,
} as const

/** The sign of a kind of source. */
export function SourceIcon({ kind, size = '1.15rem' }: { readonly kind: SourceKind; readonly size?: string }) {
  const Icon = ICONS[kind]
  return <Icon size={size} aria-hidden className="source-icon" />
}
