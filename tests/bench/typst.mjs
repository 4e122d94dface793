// SPDX-License-Identifier: MIT
// Typst's compiler in process: node typst.mjs FILE.typ FONTS, from a folder
// with the npm package @myriaddreamin/typst-ts-node-compiler.  Medians, in
// milliseconds: of the same document with all that Typst remembers of it, and
// of one whose every paragraph is another.
import { createRequire } from 'node:module'
import fs from 'node:fs'

const [file, fonts] = process.argv.slice(2)
const { NodeCompiler } = createRequire(`${process.cwd()}/`)(
  '@myriaddreamin/typst-ts-node-compiler')
const text = fs.readFileSync(file, 'utf8')
const fontBlobs = fs.readdirSync(fonts).filter(f => f.endsWith('.ttf'))
  .map(f => fs.readFileSync(`${fonts}/${f}`))

function other(i) {
  return text.replace(/^(\p{Script=Cyrillic}.*)$/gmu, `$1 ${i}.`).replaceAll('[Мүчө', `[${i}`)
}

function run(source, count) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const times = []
  let pages, bytes
  for (let i = 0; i < count; i++) {
    const mainFileContent = source(i)
    const begin = process.hrtime.bigint()
    const { result } = compiler.compile({ mainFileContent })
    bytes = compiler.pdf(result).length
    times.push(Number(process.hrtime.bigint() - begin) / 1e6)
    pages = result.numOfPages
  }
  const first = times[0]
  const median = times.sort((a, b) => a - b)[count >> 1]
  return { first, median, pages, bytes }
}

const same = run(() => text, 100)
const fresh = run(other, 100)
console.log(`${same.pages} pages, ${same.bytes} bytes, first ` +
  `${same.first.toFixed(2)} ms, the same again ${same.median.toFixed(2)} ms, ` +
  `another each time ${fresh.median.toFixed(2)} ms`)
