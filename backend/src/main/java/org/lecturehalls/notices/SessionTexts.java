package org.lecturehalls.notices;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lecturehalls.sessions.SessionCall;

/** What the platform says about sessions, in the city's language; apps that speak another go by the kind and the session. */
record SessionTexts(ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    Delivery.Told news(SessionCall call, NoticeKind kind) {
        var occasion = "session:" + call.sessionId() + ":" + call.sequence();
        return switch (kind) {
            case SESSION_CANCELLED -> told(call, occasion, kind, "讲习取消：", reason(call));
            case SESSION_MOVED -> told(call, occasion, kind, "讲习改期或换地点：", "新的时间和地点见上。");
            default -> told(call, occasion, kind, "讲习安排有变化：", "请查看最新安排。");
        };
    }

    Delivery.Told reminder(SessionCall call) {
        var occasion = "session:" + call.sessionId() + ":reminder:" + call.startsAt();
        return told(call, occasion, NoticeKind.SESSION_REMINDER, "讲习提醒：", "请提前做好准备。");
    }

    Delivery.Told recordDue(SessionCall call) {
        var occasion = "session:" + call.sessionId() + ":record";
        return told(call, occasion, NoticeKind.RECORD_DUE, "请提交讲习记录：", "一会一记，记录即将到期。");
    }

    private Delivery.Told told(SessionCall call, String occasion, NoticeKind kind, String head, String tail) {
        var when = TIME.format(call.startsAt().atZone(zone));
        var text = "%s，%s，《%s》。%s".formatted(when, call.hallName(), call.title(), tail);
        return new Delivery.Told(occasion, kind, call.sessionId(), head + call.title(), text, call.region());
    }

    private static String reason(SessionCall call) {
        return call.cancelReason() == null ? "" : "原因：" + call.cancelReason();
    }
}
