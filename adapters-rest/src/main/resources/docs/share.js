// Shows what a share link opens. Everything comes from the public REST interface of the same host.
const api = '/api/v1/public/shares/' + location.pathname.split('/').pop()
const part = (id) => document.getElementById(id)
let next = null

async function ask(path, options) {
  const response = await fetch(api + path, options)
  const body = await response.json()
  if (!response.ok) throw body
  return body
}

function picture(image) {
  const img = document.createElement('img')
  img.src = image.urls.thumbnail
  img.alt = image.title || ''
  img.loading = 'lazy'
  const link = document.createElement('a')
  link.href = image.urls.large
  link.style.background = image.dominantColor || ''
  link.append(img)
  const item = document.createElement('li')
  item.append(link)
  return item
}

async function more() {
  const page = await ask('/images?limit=100' + (next ? '&cursor=' + encodeURIComponent(next) : ''))
  part('pictures').append(...page.items.map(picture))
  next = page.nextCursor
  part('more').hidden = !next
}

async function open() {
  try {
    const share = await ask('')
    part('unlock').hidden = true
    part('note').textContent = ''
    part('title').textContent = document.title = share.title || share.label || 'Shared pictures'
    part('description').textContent = share.description
    part('archive').href = api + '/archive'
    part('archive').hidden = share.allowDownload === 'none'
    await more()
  } catch (problem) {
    part('unlock').hidden = problem.code !== 'share-password-required'
    part('note').textContent = problem.code === 'share-password-required' ? '' : problem.detail || 'This did not work.'
  }
}

part('more').addEventListener('click', more)
part('unlock').addEventListener('submit', async (event) => {
  event.preventDefault()
  try {
    await ask('/unlock', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ password: part('password').value })
    })
    await open()
  } catch (problem) {
    part('note').textContent = problem.detail || 'This did not work.'
  }
})
open()
