/** Longer pieces without a line break are handed on in parts: nothing here may grow without a limit. */
const LINE_LIMIT = 1024 * 1024

/**
 * Cuts text that comes in chunks into lines, without their line ends. Each chunk is searched once, so the work grows
 * with the text and not with its square.
 */
export class LineSplitter {
  #open: string[] = []
  #openLength = 0

  constructor(private readonly onLine: (line: string) => void) {}

  /** Takes the next chunk and hands on every line it completes. */
  take(text: string): void {
    let from = 0
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.#add(text.slice(from, at))
      this.flush()
      from = at + 1
    }
    this.#add(text.slice(from))
    if (this.#openLength > LINE_LIMIT) this.flush()
  }

  /** Hands on what stands after the last line end, as at the end of the text. */
  flush(): void {
    const line = this.#open.join('')
    this.#open = []
    this.#openLength = 0
    this.onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
  }

  #add(part: string): void {
    if (part === '') return
    this.#open.push(part)
    this.#openLength += part.length
  }
}
