/** Takes the text of whatever is dropped on the page: a file, or a piece of another page. */
export function onDrop(take: (text: string) => void): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text') ?? '';
    void (file ? file.text() : Promise.resolve(text)).then(take);
  });
}
