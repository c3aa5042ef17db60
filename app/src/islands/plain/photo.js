// Makes a photo smaller before it is sent: what a telephone's camera writes takes minutes on a slow line, and a slip can
// be read at a tenth of it. Where this doesn't work, or isn't done in time, the photo is sent as it is.
const SIDE_MAX = 1600;
const QUALITY = 0.82;
// Below this there is little to gain.
const WORTH_BYTES = 400_000;

async function shrunk(file) {
  if (!file?.type.startsWith('image/') || file.size < WORTH_BYTES) return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext('2d');
  paper.fillStyle = 'white';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY); });
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], 'photo.jpg', { type: blob.type });
}

for (const field of document.querySelectorAll('input[type="file"][accept*="image/jpeg"]')) {
  field.addEventListener('change', async () => {
    const [file] = field.files;
    const smaller = await shrunk(file).catch(() => file);
    // Another may have been chosen meanwhile.
    if (field.files[0] !== file) return;
    if (smaller !== file) {
      const chosen = new DataTransfer();
      chosen.items.add(smaller);
      field.files = chosen.files;
    }
    field.dispatchEvent(new Event('ready'));
  });
}
