package org.lecturehalls.notices;

import org.lecturehalls.sessions.RequestAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells those who asked for a lecture what became of it. */
@Component
class AnsweredRequests {

    private final Delivery delivery;

    AnsweredRequests(Delivery delivery) {
        this.delivery = delivery;
    }

    @EventListener
    Mono<Void> on(RequestAnswered answer) {
        var people = answer.askers().stream()
                .map(userId -> new Recipient(userId, "", answer.hallName(), answer.region()))
                .toList();
        return delivery.tell(told(answer), people);
    }

    private static String reason(RequestAnswered answer) {
        return answer.reason() == null ? "所希望的时间已过。" : "原因：" + answer.reason();
    }

    private static Delivery.Told told(RequestAnswered answer) {
        var session = answer.sessionId();
        var title = (session == null ? "点单未能安排：" : "点单已安排：") + answer.topic();
        var text = session == null ? reason(answer) : answer.hallName() + "将举办这场讲习，听完可以评价。";
        return new Delivery.Told(
                "request:" + answer.requestId(),
                NoticeKind.REQUEST_ANSWERED,
                session == null ? answer.requestId() : session,
                title,
                text,
                answer.region());
    }
}
