package dev.albumen.rest.shared;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link GateHandler} on every connection, behind what reads and writes HTTP, and between them a {@link DrainHandler},
 * which sees what the gate turns away too.
 */
@Singleton
final class GatePipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Gates gates;
    private final Provider<BusyAnswers> busy;
    private final Connections connections;

    GatePipeline(Gates gates, Provider<BusyAnswers> busy, Connections connections) {
        this.gates = gates;
        this.busy = busy;
        this.connections = connections;
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
            if (role == ChannelRole.LISTENER) {
                connections.door(connection);
            }
            return new Customizer(connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                channel.pipeline()
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, null, new GateHandler(gates, busy.get()))
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, null, new DrainHandler(connections));
            }
        }
    }
}
