// Uploads a file with tus-js-client and prints its address. Arguments: endpoint, Authorization, file.
import { readFile } from 'node:fs/promises';
import { Upload } from 'tus-js-client';

const [endpoint, authorization, file] = process.argv.slice(2);
const upload = new Upload(await readFile(file), {
  endpoint,
  headers: { Authorization: authorization },
  metadata: { filename: 'cut.jpg', filetype: 'image/jpeg' },
  retryDelays: Array(200).fill(50),
  onError(error) {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess() {
    console.log(upload.url);
  },
});
upload.start();
