import { expect, test } from 'vitest'
import { Throttle } from '../../../../src/main/remote/throttle'

test('so many tasks at a time, the others in their order, and a failed one gives its place on', async () => {
  const throttle = new Throttle(2)
  const begun: number[] = []
  const ends: ((isGood: boolean) => void)[] = []
  const tasks = [0, 1, 2, 3].map((index) =>
    throttle.run(() => {
      begun.push(index)
      return new Promise<number>((resolve, reject) => {
        ends[index] = (isGood) => (isGood ? resolve(index) : reject(new Error('failed')))
      })
    }),
  )
  const settled = Promise.allSettled(tasks)
  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends[1]?.(false)
  await expect(tasks[1]).rejects.toThrow('failed')
  await new Promise((resolve) => setTimeout(resolve))
  expect(begun).toEqual([0, 1, 2])
  ends[0]?.(true)
  await new Promise((resolve) => setTimeout(resolve))
  expect(begun).toEqual([0, 1, 2, 3])
  ends[2]?.(true)
  ends[3]?.(true)
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})
