//! Listening until told to stop; then finishing what was begun.

use std::{io, net::SocketAddr, sync::Arc};

use axum::serve::ListenerExt;
use tokio::{
    net::TcpListener,
    time::{sleep, timeout},
};

use super::{Hub, router::router};

/// Serves until `hub.stop` is cancelled and all is drained, or the time for that is up.
pub async fn serve(hub: Arc<Hub>, listener: TcpListener) -> io::Result<()> {
    let listener = listener.tap_io(|stream| {
        // Small frames must not wait for company.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no TCP_NODELAY: {error}");
        }
    });
    let drain = hub.settings.timing.drain;
    let service = router(hub.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let stop = hub.stop.clone();
    let http = axum::serve(listener, service).with_graceful_shutdown(stop.clone().cancelled_owned());
    let too_late = async {
        stop.cancelled().await;
        sleep(drain).await;
    };
    tokio::select! {
        served = http.into_future() => served?,
        () = too_late => tracing::warn!("requests were still running when the time to stop was up"),
    }
    hub.sockets.close();
    if timeout(drain, hub.sockets.wait()).await.is_err() {
        tracing::warn!("sockets were still open when the time to stop was up");
    }
    Ok(())
}
