package org.lecturehalls.media;

import org.lecturehalls.media.contract.CannotCut;
import org.lecturehalls.media.contract.CheckReady;
import org.lecturehalls.media.contract.ChunkReady;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.media.contract.PhotoReady;
import org.lecturehalls.media.contract.PicturesReady;
import org.lecturehalls.media.contract.SoundPiece;
import org.lecturehalls.media.contract.SoundReady;
import org.lecturehalls.media.contract.VideoPlanned;
import org.lecturehalls.media.contract.VideoReady;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands what workers say to whoever is concerned: those who mind whole jobs, parts of videos, or plain files. */
@Component
class AnswerDesk {

    private final JobAnswers jobs;
    private final VideoPartAnswers parts;
    private final PackAnswers packs;

    AnswerDesk(JobAnswers jobs, VideoPartAnswers parts, PackAnswers packs) {
        this.jobs = jobs;
        this.parts = parts;
        this.packs = packs;
    }

    Mono<Void> take(Object message) {
        if (message instanceof JobProgress news) {
            return minding(news.jobId()).progress(news);
        }
        if (message instanceof JobRefused answer) {
            return minding(answer.jobId()).refused(answer);
        }
        if (message instanceof JobFailed answer) {
            return minding(answer.jobId()).failed(answer);
        }
        return message instanceof PackReady answer ? packs.ready(answer) : ofJob(message);
    }

    private Outcomes minding(String jobId) {
        if (Pack.isJob(jobId)) {
            return packs;
        }
        return VideoPart.isId(jobId) ? parts : jobs;
    }

    private Mono<Void> ofJob(Object message) {
        if (message instanceof VideoReady answer) {
            return jobs.ready(answer);
        }
        if (message instanceof VideoPlanned answer) {
            return jobs.planned(answer);
        }
        if (message instanceof PhotoReady answer) {
            return jobs.ready(answer);
        }
        return message instanceof DocumentReady answer ? jobs.ready(answer) : ofPart(message);
    }

    private Mono<Void> ofPart(Object message) {
        if (message instanceof ChunkReady answer) {
            return parts.ready(answer);
        }
        if (message instanceof SoundPiece piece) {
            return parts.piece(piece);
        }
        if (message instanceof SoundReady answer) {
            return parts.ready(answer);
        }
        if (message instanceof PicturesReady answer) {
            return parts.ready(answer);
        }
        if (message instanceof CannotCut answer) {
            return parts.cannotCut(answer);
        }
        return message instanceof CheckReady answer ? parts.ready(answer) : Mono.empty();
    }
}
