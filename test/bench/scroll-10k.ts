import type { Metric } from '../../scripts/bench-metric.mjs'
import { inWindowOfMany } from './input/window-of-many'

const vms = 10_000
const steps = 200
const stepPx = 600
/** Longer than this a frame is seen as a jerk. */
const longMs = 50

/** Frames that take more than 50 ms while the table of 10,000 VMs is scrolled by the wheel, in percent of all frames. */
export const metric: Metric = {
  id: 'scroll-10k',
  unit: 'count',
  base: null,
  goal: 1,
  needs: ['app'],
  measure: () =>
    inWindowOfMany(vms, async (page) => {
      const box = await page.getByRole('grid').boundingBox()
      if (box === null) throw new Error('The table is not there.')
      await page.mouse.move(box.x + 200, box.y + 100)
      await page.evaluate(() => {
        const frames: number[] = []
        Object.assign(globalThis, { frames })
        let last = performance.now()
        const next = (now: number) => {
          frames.push(now - last)
          last = now
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      })
      const top = () => page.locator('.grid-scroller').evaluate(({ scrollTop }) => scrollTop)
      const from = await top()
      for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, stepPx)
      const to = await top()
      if (to <= from) throw new Error('The wheel did not scroll the table.')
      const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)
      const long = frames.filter((ms) => ms > longMs)
      const longest = frames.reduce((most, ms) => Math.max(most, ms), 0)
      process.stderr.write(
        `${frames.length} frames over ${Math.round(to - from)} px: ${long.length} long, longest ${longest.toFixed(0)} ms\n`,
      )
      return (100 * long.length) / frames.length
    }),
}
