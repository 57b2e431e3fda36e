// Makes a picture to measure, or the picture that results are compared with.
//   node prepare.mjs photo SOURCE TARGET WIDTH HEIGHT [p3]
//   node prepare.mjs moving SOURCE TARGET WIDTH HEIGHT FRAMES
//   node prepare.mjs reference SOURCE TARGET EDGE
import sharp from 'sharp'

const [kind, source, target, ...rest] = process.argv.slice(2)

// The noise of a sensor, sigma 4, the same in every run: scaled photographs are smoother than real ones, and decode faster.
function addNoise(pixels) {
  let state = 2463534242
  for (let i = 0; i < pixels.length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const bytes = (state & 255) + ((state >>> 8) & 255) + ((state >>> 16) & 255)
    const value = pixels[i] + (bytes - 382) / 32
    pixels[i] = value < 0 ? 0 : value > 255 ? 255 : value
  }
}

async function noisy(width, height) {
  const { data, info } = await sharp(source, { limitInputPixels: false })
    .autoOrient().toColourspace('srgb').flatten()
    .resize(width, height, { fit: 'cover' }).raw().toBuffer({ resolveWithObject: true })
  addNoise(data)
  return sharp(data, { raw: { width, height, channels: info.channels }, limitInputPixels: false })
}

if (kind === 'photo') {
  const [width, height, profile] = [Number(rest[0]), Number(rest[1]), rest[2]]
  let picture = await noisy(width, height)
  if (profile) {
    picture = picture.withIccProfile(profile)
  }
  await (target.endsWith('.png') ? picture.png() : picture.jpeg({ quality: 92 })).toFile(target)
} else if (kind === 'moving') {
  const [width, height, count] = rest.map(Number)
  const whole = await (await noisy(width + 4 * count, height)).png().toBuffer()
  const frames = await Promise.all(Array.from({ length: count }, (_, i) =>
    sharp(whole).extract({ left: 4 * i, top: 0, width, height }).png().toBuffer()))
  await sharp(frames, { join: { animated: true } }).gif({ delay: 80, effort: 1 }).toFile(target)
} else {
  const edge = Number(rest[0])
  // All pixels are decoded before any is scaled: no shortcut of a decoder is in the reference.
  const { data, info } = await sharp(source, { limitInputPixels: false })
    .autoOrient().toColourspace('srgb').flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true })
  await sharp(data, { raw: info, limitInputPixels: false })
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' }).png().toFile(target)
}
