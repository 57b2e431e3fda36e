window.ui = SwaggerUIBundle({
  url: '/openapi/albumen.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  docExpansion: 'none'
});
