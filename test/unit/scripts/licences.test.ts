import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { licencesOf } from '../../../scripts/licences.mjs'

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
const licences = licencesOf('.')

test('has every dependency in its version, with a licence', () => {
  const versions = Object.fromEntries(licences.map(({ name, version }) => [name, version]))
  expect(versions).toMatchObject(dependencies)
  expect(licences.filter(({ licence }) => licence === '')).toEqual([])
})

test('brings the text of those that have one, and nothing of the tools or of this computer', () => {
  expect(licences.find(({ name }) => name === 'react')?.text).toContain('Permission is hereby granted')
  expect(licences.find(({ name }) => name === 'react-aria-components')?.text).toContain('Apache License')
  expect(licences.filter(({ text }) => text === null).length).toBeLessThan(licences.length / 5)
  expect(licences.map(({ name }) => name)).not.toContain('vitest')
  expect(JSON.stringify(licences)).not.toContain(process.cwd())
})
