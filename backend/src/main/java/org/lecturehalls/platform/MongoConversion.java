package org.lecturehalls.platform;

import java.util.List;
import org.springframework.core.convert.converter.Converter;

/**
 * How a capability's value types are stored; one bean for each capability that has some.
 *
 * @param converters annotated with {@code @ReadingConverter} or {@code @WritingConverter}
 */
public record MongoConversion(List<Converter<?, ?>> converters) {}
