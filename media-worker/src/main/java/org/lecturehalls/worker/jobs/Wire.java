package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.lecturehalls.media.contract.MediaQueues;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages as JSON text with the record's simple name in a property, and no other type information. */
final class Wire {

    private final JsonMapper json = JsonMapper.builder().build();

    Message write(Session session, Object message) throws JMSException {
        TextMessage text = session.createTextMessage(json.writeValueAsString(message));
        text.setStringProperty(MediaQueues.TYPE_PROPERTY, message.getClass().getSimpleName());
        return text;
    }

    /** @throws JMSException when the message is of another type or cannot be read */
    <T> T read(Message message, Class<T> type) throws JMSException {
        String stated = message.getStringProperty(MediaQueues.TYPE_PROPERTY);
        if (!type.getSimpleName().equals(stated) || !(message instanceof TextMessage text)) {
            throw new JMSException("expected a " + type.getSimpleName() + ", got " + stated);
        }
        try {
            return json.readValue(text.getText(), type);
        } catch (JacksonException e) {
            throw new JMSException("unreadable " + stated + ": " + e.getOriginalMessage());
        }
    }
}
