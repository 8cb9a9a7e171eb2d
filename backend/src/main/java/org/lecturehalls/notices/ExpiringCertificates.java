package org.lecturehalls.notices;

import java.util.List;
import org.lecturehalls.lecturers.CertificateExpiring;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells lecturers that their certificate will soon be good no more. */
@Component
class ExpiringCertificates {

    private final Delivery delivery;

    ExpiringCertificates(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Nothing for a lecturer without an account, who can't be told. */
    @EventListener
    Mono<Void> on(CertificateExpiring event) {
        var userId = event.userId();
        if (userId == null) {
            return Mono.empty();
        }
        var told = new Delivery.Told(
                "certificate:" + event.number(),
                NoticeKind.CERTIFICATE_EXPIRES,
                event.number(),
                "讲习员证书即将到期：" + event.number(),
                "证书有效期至 " + event.validUntil() + "，请及时参加培训换证。",
                event.region());
        return delivery.tell(told, List.of(new Recipient(userId, "", "", event.region())));
    }
}
