import { onScopeDispose, type Ref } from 'vue';

/**
 * The still picture before the first frame. It is fetched apart from the video element, which would not let go of it: on a
 * slow line a picture that still comes in when somebody presses play takes the line from the first seconds of the lesson.
 */
export function usePoster(video: Ref<HTMLVideoElement | undefined>) {
  let picture: HTMLImageElement | undefined;

  function show(address: string | undefined): void {
    drop();
    if (!address) return;
    const coming = new Image();
    coming.onload = () => {
      if (video.value && picture === coming) video.value.poster = address;
    };
    coming.src = address;
    picture = coming;
  }

  /** Stops fetching it, if it is not here yet. */
  function drop(): void {
    if (picture) picture.src = '';
    picture = undefined;
  }

  onScopeDispose(drop);
  return { show, drop };
}
