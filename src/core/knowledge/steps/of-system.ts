import type { Step } from '../../model/diagnosis'
import type { JudgedServiceId } from '../../model/service'
import type { Guest } from '../../model/snapshot'
import { remember } from '../remember'

type Argument = JudgedServiceId | Guest

function systemOf({ os, family, name, version, kernel, build, source }: Guest): readonly unknown[] {
  return [os, family, name, version, kernel, build, source]
}

/**
 * Steps for a guest that are made once for all guests of the same system, as ten thousand VMs have few systems. They depend
 * on nothing else of it: a step names the system, never the machine or its addresses.
 */
export function stepsOfSystem<Arguments extends readonly Argument[]>(
  compute: (...given: Arguments) => readonly Step[],
): (...given: Arguments) => readonly Step[] {
  const remembered = remember(
    (given: Arguments) => JSON.stringify(given.map((one) => (typeof one === 'string' ? one : systemOf(one)))),
    (given) => compute(...given),
  )
  return (...given) => remembered(given)
}
