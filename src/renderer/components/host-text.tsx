import { shownText } from '../../core/i18n/shown-text'

/** A text that came from a host or a file: nothing in it can hide, break the line or turn the text around it. */
export function HostText({ text, className }: { readonly text: string; readonly className?: string }) {
  return <bdi className={className}>{shownText(text)}</bdi>
}
