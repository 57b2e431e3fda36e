package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.DeliverImageInSession;
import dev.albumen.rest.shared.WebRole;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts a {@link PlainRenditionHandler} before the framework on every connection. */
@Singleton
@Requires(beans = DeliverImageInSession.class, condition = WebRole.Held.class)
final class PlainRenditionPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Provider<PlainRenditionAnswers> answers;

    PlainRenditionPipeline(Provider<PlainRenditionAnswers> answers) {
        this.answers = answers;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private final class Customizer implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        private Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new Customizer(connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                channel.pipeline().addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, null,
                        new PlainRenditionHandler(answers.get()));
            }
        }
    }
}
