/** Prints each change that no test noticed as soon as that is known: place, what stood there, what stood there instead. */
class SurvivorsReporter {
  /** @param {{ status: string, fileName: string, location: { start: { line: number, column: number } }, mutatorName: string, replacement?: string }} result */
  onMutantTested({ status, fileName, location, mutatorName, replacement }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return
    const place = `${fileName}:${location.start.line}:${location.start.column}`
    process.stdout.write(
      `${status} ${place} ${mutatorName} -> ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}\n`,
    )
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'survivors', injectableClass: SurvivorsReporter }]
