import { useEffect, useRef } from 'react';
import css from './scan-stage.module.css';

/** A picture from memory, as large as its place allows. */
export function ScanThumb({
  bytes,
  mediaType,
  name,
}: {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly name: string;
}) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    if (image.current !== null) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes, mediaType]);
  return <img ref={image} alt={name} className={css['thumb']} />;
}
