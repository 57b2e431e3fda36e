// Renders pictures as it is told, one line of JSON each: {mode, file, into, times, outputs: [{edge, name, format}]}.
// Mode "pipelines" decodes the original for each size, as galleries do; "one-decode" makes each size of the next larger.
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import sharp from 'sharp'

sharp.concurrency(1)
sharp.cache(false)

const within = (picture, edge) => picture.resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
const pixels = picture => picture.raw().toBuffer({ resolveWithObject: true })
const again = ({ data, info }) =>
  sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels }, limitInputPixels: false })
const original = file => sharp(file, { limitInputPixels: false }).autoOrient()

async function write(picture, output, settings) {
  const encoded = output.format === 'JPEG'
    ? picture.flatten({ background: '#ffffff' }).jpeg(settings.jpeg)
    : picture.webp(settings.webp)
  await encoded.toFile(output.path)
}

async function render({ mode, file, sizes, settings }) {
  let larger
  for (const { edge, outputs } of sizes) {
    if (mode === 'pipelines' && outputs.length === 1) {
      await write(within(original(file), edge), outputs[0], settings)
      continue
    }
    // Two formats of one size share its pixels, in both modes.
    const sized = await pixels(within(mode === 'one-decode' && larger ? again(larger) : original(file), edge))
    for (const output of outputs) {
      await write(again(sized), output, settings)
    }
    larger = sized
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const task = JSON.parse(line)
    for (const { outputs } of task.sizes) {
      outputs.forEach(output => { output.path = join(task.into, output.name) })
    }
    for (let i = 0; i < task.times; i++) {
      await render(task)
    }
    console.log('done')
  } catch (e) {
    console.log('failed ' + String(e.message).split('\n')[0])
  }
}
